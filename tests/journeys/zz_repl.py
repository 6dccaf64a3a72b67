import contextlib, io, os, time, traceback
import pytest
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
def test_repl(page, day, export, context, request):
    page.set_default_timeout(12000)
    ns = dict(page=page, day=day, export=export, context=context)
    n = 0
    while time.time() < request.config._hh_end if hasattr(request.config, "_hh_end") else True:
        p = "/tmp/team/j/cmd.py"
        if os.path.exists(p):
            src = open(p).read(); os.remove(p)
            if src.strip() == "quit": return
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                try: exec(compile(src, "cmd", "exec"), ns)
                except BaseException: traceback.print_exc(file=out)
            open("/tmp/team/j/out.tmp", "w").write(out.getvalue()); os.rename("/tmp/team/j/out.tmp", "/tmp/team/j/out")
        else:
            time.sleep(0.1)
