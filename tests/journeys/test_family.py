"""temp"""
import pytest
from playwright.sync_api import expect
pytestmark = pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("script",[True,False])
def test_x(visit,script):
    page=visit(java_script_enabled=script)
    page.goto("/")
    page.get_by_label("What is going on?").fill("sleep")
    page.get_by_label("How old?").fill("7")
    page.get_by_label("Where?").fill("Hitchin")
    page.get_by_role("button",name="Find help").click()
    print(page.url, page.title())
    page.screenshot(path=f"/tmp/shots/t{script}.png",full_page=True)
