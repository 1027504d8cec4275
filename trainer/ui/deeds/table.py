"""Which deed grants which wish. A wish that is missing here is a mistake a test finds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from trainer.ui.deeds import colours, debrief, drill, form, history, home, incidents, meeting, pages, progress, quiz, words
from trainer.ui.messages import colours as of_colours
from trainer.ui.messages import debrief as of_debrief
from trainer.ui.messages import drill as of_drill
from trainer.ui.messages import home as to_home
from trainer.ui.messages import incident as of_incident
from trainer.ui.messages import meeting as in_meeting
from trainer.ui.messages import pages as for_pages
from trainer.ui.messages import progress as looking_back
from trainer.ui.messages import quiz as in_quiz
from trainer.ui.messages import words as of_words
from trainer.ui.messages.wish import Wish
from trainer.ui.stage import Stage

Deed = Callable[[Stage, Any], Awaitable[None]]

DEEDS: dict[type[Wish], Deed] = {
    to_home.HomeWanted: home.go_home,
    to_home.BriefingWanted: home.show_briefing,
    to_home.TimeChosen: home.choose,
    to_home.ResumeWanted: home.resume,
    to_home.DebriefWanted: home.resume,
    of_drill.DrillWanted: drill.begin,
    looking_back.ProgressWanted: progress.show,
    looking_back.HistoryWanted: history.show,
    looking_back.ForgetWanted: history.forget,
    of_incident.FormWanted: form.show,
    of_incident.FormFilled: incidents.keep,
    of_incident.AdviceWanted: incidents.advise,
    of_incident.FileAsked: incidents.ask_for_file,
    of_incident.FileNamed: incidents.read_file,
    of_incident.WriteAsked: incidents.write_file,
    of_incident.OutsideWanted: incidents.edit_outside,
    of_incident.DeleteWanted: incidents.delete,
    in_meeting.MeetingWanted: meeting.begin,
    in_meeting.ReplySent: meeting.reply,
    in_meeting.RetryWanted: meeting.retry,
    in_meeting.DraftChanged: meeting.keep_draft,
    in_meeting.LampsWanted: meeting.light,
    in_meeting.SilenceWanted: meeting.say_nothing,
    in_meeting.EditorWanted: meeting.open_editor,
    in_meeting.TimeRanOut: meeting.time_up,
    in_meeting.HintWanted: meeting.hint,
    in_meeting.ModelLineWanted: meeting.show_model,
    in_meeting.ClaimMade: meeting.claim,
    in_meeting.EndWanted: meeting.end,
    in_meeting.PauseWanted: meeting.pause,
    in_meeting.ClosingRead: meeting.look_back,
    of_debrief.RetryAsked: debrief.ask_again,
    of_debrief.DisputeAsked: debrief.ask_verdict,
    of_debrief.DisputeMade: debrief.dispute,
    of_colours.ThemeChosen: colours.use,
    for_pages.BriefWanted: pages.show_brief,
    for_pages.CopyWanted: pages.copy,
    for_pages.SaveAsked: pages.ask_where,
    for_pages.SaveWanted: pages.save,
    of_words.WordsWanted: words.show,
    in_quiz.QuizWanted: quiz.begin,
    in_quiz.MeaningGiven: quiz.answer,
    in_quiz.MeaningClaimed: quiz.claim,
    in_quiz.NextWordWanted: quiz.go_on,
}
