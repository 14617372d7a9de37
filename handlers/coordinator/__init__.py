"""The coordinator's side: desk, invitations, matching, announcements, groups."""
