"""The main job pressed through on two phones, and an invitation opened on a third."""

from asyncio import Event

from playwright.async_api import Page, Route, expect

from handlers.kit import catalogues
from tests.browser.phones import PhoneOnPage

WORDS = catalogues.load()
GOAL = "أتكلم مع جيراني"
STEP = "ألقي التحية كل صباح"


async def test_ada_adds_a_step_nia_ticks_it_and_ada_hears_of_it(page: Page) -> None:
    french, arabic = (WORDS.words(language)._ for language in ("fr", "ar"))
    ada, nia = PhoneOnPage(page, "Ada"), PhoneOnPage(page, "Nia")
    await _ada_adds_a_goal_and_a_step(ada)
    await page.get_by_test_id("next-due").click()
    await nia.reads(str(french("New step from {name}: {step}", name="Ada", step=STEP)))
    assert await nia.direction() == "ltr"
    await nia.presses("steps.show", "steps.finish")
    await nia.reads(str(french("Done.")))
    await page.get_by_test_id("next-due").click()
    await ada.reads(str(arabic("Step done, says {name}: {step}", name="Nia", step=STEP)))
    assert await ada.direction() == "rtl"


async def test_a_meeting_is_agreed_between_two_phones(page: Page) -> None:
    french, arabic = (WORDS.words(language)._ for language in ("fr", "ar"))
    ada, nia = PhoneOnPage(page, "Ada"), PhoneOnPage(page, "Nia")
    await ada.says("/start")
    await ada.presses("meetings.overview", "proposing.ask_day")
    await ada.reads(str(arabic("Which day suits you?")))
    next_month = await ada.may_press("proposing.ask_day")
    await ada.presses(
        next_month,
        next_month.replace("ask_day", "ask_hour").removesuffix("01"),
        "proposing.ask_place",
        "proposing.confirm_spot",
        "proposing.propose",
    )
    await nia.reads("Ada", "20:00", str(french("Place still open")))
    await nia.presses("agreeing.accept")
    await nia.reads(str(french("Good. We will remind you.")))
    await ada.reads("20:00", str(arabic("Place still open")), "Nia")
    await nia.presses("meeting.file")
    await nia.reads("meeting.ics", "20:00")


async def _ada_adds_a_goal_and_a_step(ada: PhoneOnPage) -> None:
    await ada.presses("goals.overview", "goals.ask_goal")
    await ada.says(GOAL)
    await ada.reads(GOAL)
    await ada.presses("goals.show", "planning.ask_step")
    await ada.says(STEP)
    await ada.presses("planning.set_who", "dates.set_when")
    await ada.reads(GOAL, STEP)


async def test_karim_opens_his_invitation_and_joins_in_arabic(page: Page) -> None:
    karim = PhoneOnPage(page, "Karim")
    await page.get_by_test_id("invitations-button").click()
    await page.get_by_test_id("invitations").get_by_text("Invitation for a newcomer").click()
    await page.get_by_test_id("whose-phone").locator('[data-choice="Karim"]').click()
    await karim.presses("joining.read_in:ar", "joining.agree")
    await karim.says("كريم")
    await karim.presses(
        "profile.speak:ar", "profile.ask_needs", "profile.toggle_need:language", "profile.finish"
    )
    await karim.reads(str(WORDS.words("ar")._("Welcome, {name}.", name="كريم")))
    assert await karim.direction() == "rtl"
    await expect(karim.element).to_have_css("direction", "rtl")


async def test_the_tools_come_once_it_is_known_what_they_offer(page: Page) -> None:
    asked, answered = Event(), Event()

    async def slowly(route: Route) -> None:
        asked.set()
        await answered.wait()
        await route.continue_()

    await page.route("**/phones", slowly)
    await page.reload()
    await asked.wait()
    await expect(page.get_by_test_id("invitations-button")).to_be_hidden()
    answered.set()
    await page.get_by_test_id("invitations-button").click()
    await expect(page.get_by_test_id("invitations")).to_contain_text("Invitation for a newcomer")


async def test_the_next_thing_due_reaches_somebody(page: Page) -> None:
    before = await _sent(page)
    async with page.expect_response("**/clock") as moved:
        await page.get_by_test_id("next-due").click()
    await moved.value
    assert await _sent(page) != before


async def _sent(page: Page) -> list[object]:
    decided = await (await page.request.get(f"{page.url}due")).json()
    return [each for each in decided if each["outcome"] == "sent"]
