@echo off
rem run              set everything up and start Halfhour
rem run test         set everything up and run all tests
rem run WORD ...     any other word is a `halfhour` command
setlocal
set "here=%~dp0"
set "venv=%here%.venv"
set "PYTHONPATH=%here%"
set "lock=run.txt"
if "%~1"=="test" set "lock=dev.txt"
if "%~1"=="bench" set "lock=dev.txt"
if not exist "%venv%\Scripts\python.exe" (
  echo Setting Halfhour up. This happens once and takes about a minute.
  py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" || (echo Halfhour needs Python 3.11 or newer. & exit /b 2)
  py -3 -m venv "%venv%" || exit /b 2
)
fc /b "%here%requirements\%lock%" "%venv%\installed-%lock%" >nul 2>nul || (
  "%venv%\Scripts\python.exe" -m pip install -q --disable-pip-version-check --require-hashes -r "%here%requirements\%lock%" || exit /b 2
  copy /y "%here%requirements\%lock%" "%venv%\installed-%lock%" >nul
)
if "%~1"=="test" (cd /d "%here%" & "%venv%\Scripts\python.exe" scripts\check.py %2 %3 %4 & exit /b)
if "%~1"=="bench" (cd /d "%here%" & "%venv%\Scripts\python.exe" -m benchmarks %2 %3 & exit /b)
if "%~1"=="" ("%venv%\Scripts\python.exe" -m halfhour start & exit /b)
"%venv%\Scripts\python.exe" -m halfhour %*
