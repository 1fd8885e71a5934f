"""Indonesian as offices write it, after EYD edisi V: dates, numbers, lists, letters, grammar of notes.

Only language lives here; nothing knows of events. Text goes in and comes out unescaped.
"""
