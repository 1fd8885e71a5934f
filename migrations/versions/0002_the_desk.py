"""the desk"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from webinar.core.search import registration_key, registration_terms, search_key

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
IDS_ONCE = ("user", "berita", "event_role", "event_session", "participant_group")  # with those in KEYS
KEYS = {
    "event": {"search_key": ("title", "theme", "organiser_name")},
    "person": {"search_key": ("name", "short_name")},
    "position": {"search_key": ("name", "institution")},
    "office": {"search_key": ("name", "long_name", "city")},
    "registration": {"search_key": (), "institution_key": ("institution",)},
}
KEY_INDEXES = {
    "event": {
        "ix_event_search": ["search_key", "id"],
        "ix_event_start": ["start_on", "id", "search_key"],
    },
    "person": {"ix_person_search": ["search_key", "id"]},
    "position": {},
    "office": {"ix_office_search": ["search_key", "id"]},
    "registration": {
        "ix_registration_event_search": ["event_id", "search_key", "id"],
        "ix_registration_event_institution": ["event_id", "institution_key", "id"],
    },
}


def upgrade() -> None:
    op.create_table(
        "picture",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("alt", sa.String(length=1000), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by_id"], ["user.id"], name=op.f("fk_picture_created_by_id_user"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_picture")),
        sa.UniqueConstraint("name", name=op.f("uq_picture_name")),
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_name", sa.String(length=200), nullable=True),
        sa.Column("thing", sa.String(length=20), nullable=False),
        sa.Column("thing_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=True),
        sa.Column("act", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["user.id"], name=op.f("fk_change_actor_id_user"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_change_office_id_office"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_actor_id"), ["actor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_change_office_id"), ["office_id"], unique=False)
        batch_op.create_index("ix_change_thing", ["thing", "thing_id", "id"], unique=False)

    op.create_table(
        "colleague_invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("link_key", sa.String(length=32), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("invited_by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["invited_by_id"],
            ["user.id"],
            name=op.f("fk_colleague_invitation_invited_by_id_user"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["office_id"],
            ["office.id"],
            name=op.f("fk_colleague_invitation_office_id_office"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_colleague_invitation")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_colleague_invitation_token_digest")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("colleague_invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_colleague_invitation_email"), ["email"], unique=False)
        batch_op.create_index(batch_op.f("ix_colleague_invitation_office_id"), ["office_id"], unique=False)

    op.create_table(
        "event_series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("rule", sa.String(length=10), nullable=False),
        sa.Column("one_registration", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_event_series_office_id_office")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_series")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("event_series", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_series_office_id"), ["office_id"], unique=False)

    op.create_table(
        "event_template",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_event_template_office_id_office")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_template")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("event_template", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_template_office_id"), ["office_id"], unique=False)

    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_membership_office_id_office"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_membership_user_id_user"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_office_id"), ["office_id"], unique=False)
        batch_op.create_index("uq_membership_user_office_role", ["user_id", "office_id", "role"], unique=True)
        batch_op.create_index(
            "uq_membership_user_role_everywhere",
            ["user_id", "role"],
            unique=True,
            sqlite_where=sa.text("office_id IS NULL"),
            postgresql_where=sa.text("office_id IS NULL"),
        )

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("keeper_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("owner_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("committee", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("meeting_link", sa.String(length=1000), nullable=True))
        batch_op.add_column(sa.Column("meeting_access", sa.String(length=300), nullable=True))
        batch_op.add_column(sa.Column("topic", sa.String(length=80), nullable=True))
        batch_op.add_column(sa.Column("hashtags", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("poster_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("announcements", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("event_series_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("registers_with_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("registration_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_event_event_series_id"), ["event_series_id"], unique=False)
        batch_op.create_index("ix_event_keeper_start", ["keeper_id", "start_on", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_registers_with_id"), ["registers_with_id"], unique=False)
        batch_op.create_index("ix_event_end", ["end_on", "start_on"], unique=False)
        batch_op.create_index("ix_event_topic_type", ["topic", "event_type", "state"], unique=False)
        batch_op.create_index("ix_event_changed", ["changed_at", "id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_event_keeper_id_office"), "office", ["keeper_id"], ["id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_event_registers_with_id_event"),
            "event",
            ["registers_with_id"],
            ["id"],
            ondelete="SET NULL",
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_event_poster_id_picture"), "picture", ["poster_id"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_event_owner_id_user"), "user", ["owner_id"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_event_event_series_id_event_series"),
            "event_series",
            ["event_series_id"],
            ["id"],
            ondelete="SET NULL",
        )

    with op.batch_alter_table("outbox_mail", schema=None) as batch_op:
        batch_op.add_column(sa.Column("facts", sa.JSON(), nullable=True))

    with op.batch_alter_table("event_role", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_event_role_person_id_person"), type_="foreignkey")
        batch_op.create_foreign_key(
            batch_op.f("fk_event_role_person_id_person"), "person", ["person_id"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("office", schema=None) as batch_op:
        batch_op.add_column(sa.Column("takes_rights", sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.add_column(sa.Column("chain", sa.String(length=200), nullable=False, server_default="/"))
        batch_op.add_column(sa.Column("email", sa.String(length=254), nullable=True))
        batch_op.add_column(sa.Column("whatsapp", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("phone", sa.String(length=30), nullable=True))
        batch_op.add_column(sa.Column("address", sa.String(length=500), nullable=True))
        batch_op.add_column(sa.Column("website", sa.String(length=200), nullable=True))
        batch_op.create_index(batch_op.f("ix_office_chain"), ["chain"], unique=False)

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("biography", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("photo_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("email", sa.String(length=254), nullable=True))
        batch_op.add_column(sa.Column("whatsapp", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("contact_note", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("precedence", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("keeper_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_person_keeper_id"), ["keeper_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_person_photo_id_picture"), "picture", ["photo_id"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_foreign_key(batch_op.f("fk_person_keeper_id_office"), "office", ["keeper_id"], ["id"])

    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("is_kept", sa.Boolean(), nullable=False),
        sa.Column("agent", sa.String(length=300), nullable=False),
        sa.Column("address", sa.String(length=45), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_sign_in_user_id_user"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_sign_in_token_digest")),
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_expires_at"), ["expires_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_in_user_id"), ["user_id"], unique=False)

    op.create_table(
        "passkey",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("credential_id", sa.String(length=1400), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("sign_count", sa.Integer(), nullable=False),
        sa.Column("transports", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_passkey_user_id_user"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("credential_id", name=op.f("uq_passkey_credential_id")),
    )
    with op.batch_alter_table("passkey", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_passkey_user_id"), ["user_id"], unique=False)

    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.add_column(sa.Column("password_changed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("totp_secret", sa.String(length=500), nullable=True))
        batch_op.add_column(sa.Column("totp_counter", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("recovery_digests", sa.JSON(), nullable=False, server_default="[]"))

    op.create_table(
        "registration_term",
        sa.Column("event_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("term", KEY, nullable=False),
        sa.Column("registration_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registration.id"],
            name=op.f("fk_registration_term_registration_id_registration"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("event_id", "term", "registration_id", name=op.f("pk_registration_term")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("registration_term", schema=None) as batch_op:
        batch_op.create_index("ix_registration_term_of", ["registration_id", "term"], unique=False)

    for table in IDS_ONCE:
        with _with_ids_once(table):
            pass
    for table, names in KEYS.items():
        with _with_ids_once(table) if table != "registration" else op.batch_alter_table(table) as batch_op:
            for name in names:
                batch_op.add_column(sa.Column(name, KEY, nullable=False, server_default=""))
            for index, columns in KEY_INDEXES[table].items():
                batch_op.create_index(index, columns, unique=False)

    op.drop_table("account_role")  # memberships take their place
    op.drop_table("role")

    _fill()


def _with_ids_once(table: str):  # type: ignore[no-untyped-def]
    """Ids of deleted rows are not given again; SQLite must build a table anew for that."""
    return op.batch_alter_table(
        table,
        recreate="always" if op.get_bind().dialect.name == "sqlite" else "never",
        table_kwargs={"sqlite_autoincrement": True},
    )


def _fill() -> None:
    """Chains of the tree, keepers of the events there are, and what accounts could do so far: everything."""
    connection = op.get_bind()
    offices = connection.execute(sa.text("SELECT id, parent_id FROM office")).all()
    parents = {row.id: row.parent_id for row in offices}
    for office_id in parents:
        chain, above = [office_id], parents[office_id]
        while above is not None:
            chain.insert(0, above)
            above = parents[above]
        value = "/" + "".join(f"{one}/" for one in chain)
        connection.execute(
            sa.text("UPDATE office SET chain = :chain WHERE id = :id"), {"chain": value, "id": office_id}
        )
    connection.execute(
        sa.text(
            "UPDATE event SET keeper_id = COALESCE((SELECT office_id FROM berita"
            " WHERE berita.event_id = event.id AND perspective = 'organiser' ORDER BY id LIMIT 1),"
            " (SELECT office_id FROM berita"
            " WHERE berita.event_id = event.id ORDER BY id LIMIT 1), organiser_id)"
        )
    )
    connection.execute(
        sa.text(
            "INSERT INTO membership (user_id, office_id, role, created_at)"
            " SELECT id, NULL, 'manager', created_at FROM \"user\""
        )
    )
    for table, keys in KEYS.items():
        _fill_keys(table, keys)
    _fill_terms()


def _fill_keys(table: str, keys: dict[str, tuple[str, ...]]) -> None:
    """What rows are sorted and found by, worked out as ``core.search`` does."""
    names = sorted({name for sources in keys.values() for name in sources})
    rows = op.get_bind().execute(sa.text(f"SELECT id, {', '.join(names)} FROM {table}")).all()  # noqa: S608
    assignments = ", ".join(f"{key} = :{key}" for key in keys)
    values = [
        {"id": row.id}
        | {key: search_key(*(getattr(row, name) for name in sources)) for key, sources in keys.items()}
        for row in rows
    ]
    if values:
        op.get_bind().execute(sa.text(f"UPDATE {table} SET {assignments} WHERE id = :id"), values)  # noqa: S608


def _fill_terms() -> None:
    columns = "id, event_id, full_name, institution, email, region_code"
    rows = op.get_bind().execute(sa.text(f"SELECT {columns} FROM registration")).all()  # noqa: S608
    keys = {row.id: registration_key(row.full_name, row.institution, row.email) for row in rows}
    terms = [
        {"event_id": row.event_id, "registration_id": row.id, "term": term}
        for row in rows
        for term in registration_terms(keys[row.id], row.region_code)
    ]
    if rows:
        found_by = sa.text("UPDATE registration SET search_key = :key WHERE id = :id")
        op.get_bind().execute(found_by, [{"id": row_id, "key": key} for row_id, key in keys.items()])
    if terms:
        statement = "INSERT INTO registration_term VALUES (:event_id, :term, :registration_id)"
        op.get_bind().execute(sa.text(statement), terms)


def downgrade() -> None:
    for table, keys in KEYS.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for index in KEY_INDEXES[table]:
                batch_op.drop_index(index)
            for name in keys:
                batch_op.drop_column(name)

    with op.batch_alter_table("registration_term", schema=None) as batch_op:
        batch_op.drop_index("ix_registration_term_of")

    op.drop_table("registration_term")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index("ix_event_changed")

    op.create_table(
        "role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("description", sa.String(length=255), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
        sa.UniqueConstraint("name", name=op.f("uq_role_name")),
    )
    op.create_table(
        "account_role",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["role_id"], ["role.id"], name=op.f("fk_account_role_role_id_role"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_account_role_user_id_user"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "role_id", name=op.f("pk_account_role")),
    )

    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.drop_column("recovery_digests")
        batch_op.drop_column("totp_counter")
        batch_op.drop_column("totp_secret")
        batch_op.drop_column("password_changed_at")

    with op.batch_alter_table("passkey", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_passkey_user_id"))

    op.drop_table("passkey")
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_user_id"))
        batch_op.drop_index(batch_op.f("ix_sign_in_expires_at"))

    op.drop_table("sign_in")

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_person_keeper_id_office"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_person_photo_id_picture"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_person_keeper_id"))
        batch_op.drop_column("changed_at")
        batch_op.drop_column("keeper_id")
        batch_op.drop_column("precedence")
        batch_op.drop_column("contact_note")
        batch_op.drop_column("whatsapp")
        batch_op.drop_column("email")
        batch_op.drop_column("photo_id")
        batch_op.drop_column("biography")

    with op.batch_alter_table("office", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_office_chain"))
        batch_op.drop_column("website")
        batch_op.drop_column("address")
        batch_op.drop_column("phone")
        batch_op.drop_column("whatsapp")
        batch_op.drop_column("email")
        batch_op.drop_column("chain")
        batch_op.drop_column("takes_rights")

    with op.batch_alter_table("outbox_mail", schema=None) as batch_op:
        batch_op.drop_column("facts")

    with op.batch_alter_table("event_role", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_event_role_person_id_person"), type_="foreignkey")
        batch_op.create_foreign_key(
            batch_op.f("fk_event_role_person_id_person"), "person", ["person_id"], ["id"]
        )

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_event_event_series_id_event_series"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_event_owner_id_user"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_event_poster_id_picture"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_event_registers_with_id_event"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_event_keeper_id_office"), type_="foreignkey")
        batch_op.drop_index("ix_event_topic_type")
        batch_op.drop_index("ix_event_end")
        batch_op.drop_index(batch_op.f("ix_event_registers_with_id"))
        batch_op.drop_index("ix_event_keeper_start")
        batch_op.drop_index(batch_op.f("ix_event_event_series_id"))
        batch_op.drop_column("registration_until")
        batch_op.drop_column("registers_with_id")
        batch_op.drop_column("event_series_id")
        batch_op.drop_column("announcements")
        batch_op.drop_column("poster_id")
        batch_op.drop_column("hashtags")
        batch_op.drop_column("topic")
        batch_op.drop_column("meeting_access")
        batch_op.drop_column("meeting_link")
        batch_op.drop_column("committee")
        batch_op.drop_column("owner_id")
        batch_op.drop_column("keeper_id")

    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_membership_user_role_everywhere",
            sqlite_where=sa.text("office_id IS NULL"),
            postgresql_where=sa.text("office_id IS NULL"),
        )
        batch_op.drop_index("uq_membership_user_office_role")
        batch_op.drop_index(batch_op.f("ix_membership_office_id"))

    op.drop_table("membership")
    with op.batch_alter_table("event_template", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_template_office_id"))

    op.drop_table("event_template")
    with op.batch_alter_table("event_series", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_series_office_id"))

    op.drop_table("event_series")
    with op.batch_alter_table("colleague_invitation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_colleague_invitation_office_id"))
        batch_op.drop_index(batch_op.f("ix_colleague_invitation_email"))

    op.drop_table("colleague_invitation")
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_index("ix_change_thing")
        batch_op.drop_index(batch_op.f("ix_change_office_id"))
        batch_op.drop_index(batch_op.f("ix_change_actor_id"))

    op.drop_table("change")
    op.drop_table("picture")
