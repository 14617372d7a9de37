"""The shelf: which page shows a thing, so that features need not know each other."""

from db.announcements import Announcement
from db.base import Numbered
from db.contributions import Contribution
from db.editions import Edition
from db.events import Event
from db.goals import Goal
from db.groups import Group
from db.icebreakers import Icebreaking
from db.invitations import Invitation
from db.meetings import Meeting
from db.pairs import Pair
from db.programmes import Member, Programme
from db.rounds import Round
from db.steps import Step
from db.threads import Message, Thread
from handlers import goals, meeting, steps
from handlers.announcing import drafting
from handlers.community import contributing
from handlers.coordinator import desk, groups, invitations, library, matching
from handlers.events import attending
from handlers.ice import answering
from handlers.kit.turn import Showing
from handlers.rounds import opening
from handlers.threads import answering_back, incoming

SHELF: dict[type[Numbered], Showing] = {
    Announcement: drafting.show,
    Contribution: contributing.thanks,
    Edition: library.show,
    Event: attending.show,
    Goal: goals.show,
    Group: groups.show,
    Icebreaking: answering.show,
    Invitation: invitations.show,
    Meeting: meeting.show,
    Member: matching.choose,
    Message: answering_back.heard,
    Pair: goals.overview,
    Programme: desk.open,
    Round: opening.show,
    Step: steps.show,
    Thread: incoming.show,
}
