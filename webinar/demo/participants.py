"""Invented participants for the demo."""

from __future__ import annotations

from webinar.core.registration import RegistrationData

NAMES = (
    "Agus Setiawan",
    "Dewi Lestari",
    "Fransiska Tumbel",
    "Rahmat Hidayat",
    "Ni Luh Putu Ayu Wardani",
    "Slamet",
    "Maria Goreti Bria",
    "Yosef Kogoya",
    "Siti Nurhaliza Rahman",
    "Hendra Gunawan",
    "Putri Anggraini",
    "Lukas Rumbiak",
    "Andi Tenri Abeng",
    "Wayan Sutarja",
    "Desi Ratnasari",
    "Bambang Sudrajat",
    "Theresia Mandagi",
    "Muhammad Iqbal",
    "Ratna Sari Dewi",
    "Eko Prasetyo",
    "Novita Wulandari",
    "Samuel Tapilatu",
    "Indah Permatasari",
    "Joko Susilo",
    "Kartini Hasibuan",
    "Mikael Ohoiwutun",
    "Nurul Hikmah",
    "Oktavianus Lumi",
    "Purwanti",
    "Robby Sumual",
)
POSITIONS = ("Kepala Subbagian", "Sekretaris", "Anggota", "Staf", "Operator PPID")
REGIONS = ("34.02", "71.71", "91.71", "35.78", "73.71")


def participant(event_slug: str, number: int, group_id: int | None) -> RegistrationData:
    """The n-th registrant of an event (from 0); the same every time."""
    name = NAMES[number % len(NAMES)]
    return RegistrationData(
        full_name=name,
        email=f"peserta{number + 1:02d}@example.com",
        institution="KPU Kabupaten/Kota" if group_id else "Masyarakat umum",
        submission_key=f"demo-{event_slug[:40]}-{number}",
        position=POSITIONS[number % len(POSITIONS)],
        region_code=REGIONS[number % len(REGIONS)],
        group_id=group_id,
    )
