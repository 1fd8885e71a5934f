"""Mails: composed from a kind and its facts, handed to a mail server or to a folder."""
