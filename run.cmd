@echo off
rem run               set everything up and start Halfhour
rem run test [--slow] set everything up and run all tests (--slow: the long ones)
rem run bench [NAME]  measure
rem run shots         take pictures of every page
rem run WORD ...      any other word is a `halfhour` command: run --help
rem Needs only Python 3.11 or newer. This file does what `run` does on other systems.
setlocal
set "here=%~dp0"
set "venv=%here%.venv"
if defined HALFHOUR_VENV set "venv=%HALFHOUR_VENV%"
set "python=%venv%\Scripts\python.exe"
set "older=%PYTHONPATH%"
set "PYTHONPATH=%here%"
if defined older set "PYTHONPATH=%here%;%older%"
set "word=%~1"
if "%word%"=="test" goto test
if "%word%"=="shots" goto shots
if "%word%"=="bench" goto bench
call :install run.txt || exit /b 2
if "%word%"=="" goto start
rem The options of start may stand alone. cmd.exe reads --port=8000 as two words, so this covers it too.
for %%f in (--port --no-browser --lan) do if "%word%"=="%%f" goto start
"%python%" -m halfhour %*
exit /b

:start
"%python%" -m halfhour start %*
exit /b

:test
call :install dev.txt || exit /b 2
call :rest %*
cd /d "%here%"
"%python%" scripts\check.py %rest%
exit /b

:shots
call :install dev.txt || exit /b 2
call :rest %*
"%python%" "%here%scripts\screenshots.py" %rest%
exit /b

:bench
call :install dev.txt || exit /b 2
call :rest %*
cd /d "%here%"
"%python%" -m benchmarks %rest%
exit /b

rem rest: every word but the first
:rest
set "rest="
:one_more
shift
if "%~1"=="" exit /b 0
set rest=%rest% %1
goto one_more

rem install LOCKFILE: once per content of the lock file
:install
set "lock=%here%requirements\%~1"
set "stamp=%venv%\installed-%~1"
if exist "%python%" goto known
echo Setting Halfhour up. This happens once and takes less than a minute. 1>&2
call :find_python || exit /b 2
%found% -m venv "%venv%" 1>&2 || goto no_place
goto fetch
:known
fc /b "%lock%" "%stamp%" >nul 2>nul && exit /b 0
echo Bringing Halfhour's parts up to date. 1>&2
:fetch
where uv >nul 2>nul && goto with_uv
"%python%" -m pip install -q --disable-pip-version-check --require-hashes -r "%lock%" 1>&2 || exit /b 2
goto installed
:with_uv
set "UV_PYTHON_DOWNLOADS=never"
uv pip install -q --python "%python%" --require-hashes -r "%lock%" 1>&2 || exit /b 2
:installed
copy /y "%lock%" "%stamp%" >nul
exit /b 0
:no_place
echo Python could not make a place for Halfhour's parts. 1>&2
exit /b 2

:find_python
set "found="
for %%p in ("py -3" python3 python) do if not defined found call :try_python %%~p
if defined found exit /b 0
echo Halfhour needs Python 3.11 or newer, and none was found. Install it and run this again. 1>&2
exit /b 2
:try_python
%* -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "found=%*"
exit /b 0
