"""Words that look private, held beside the open question until their writer says whether to keep them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the change."""
    op.add_column("people", sa.Column("held", sa.Text(), nullable=True))


def downgrade() -> None:
    """Take it back."""
    op.drop_column("people", "held")
