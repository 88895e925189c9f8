@echo off
rem Runs Maven: the version named in .mvn\wrapper\maven-wrapper.properties, downloaded once; or, where it cannot be
rem downloaded, the mvn (3.8 or newer) on the PATH.
setlocal enabledelayedexpansion
set "BASE=%~dp0"
for /f "usebackq tokens=1,* delims==" %%a in ("%BASE%.mvn\wrapper\maven-wrapper.properties") do if "%%a"=="distributionUrl" set "URL=%%b"
for %%f in ("%URL:/=\%") do set "ARCHIVE=%%~nf"
set "NAME=%ARCHIVE:-bin=%"
set "DISTS=%USERPROFILE%\.m2\wrapper\dists\vpc-local"
set "MAVEN=%DISTS%\%NAME%\bin\mvn.cmd"
if exist "%MAVEN%" goto run
powershell -NoProfile -Command "$ErrorActionPreference='Stop'; $ProgressPreference='SilentlyContinue'; [Net.ServicePointManager]::SecurityProtocol='Tls12'; New-Item -ItemType Directory -Force '%DISTS%' | Out-Null; $zip=Join-Path '%DISTS%' 'maven.zip'; Invoke-WebRequest -UseBasicParsing -TimeoutSec 300 '%URL%' -OutFile $zip; Expand-Archive -Force $zip '%DISTS%'; Remove-Item $zip" >nul 2>&1
if exist "%MAVEN%" goto run
where mvn >nul 2>&1
if errorlevel 1 (
  echo mvnw: Maven could not be downloaded from %URL%, and there is no mvn on the PATH. 1>&2
  exit /b 1
)
call mvn %*
exit /b %ERRORLEVEL%
:run
call "%MAVEN%" %*
exit /b %ERRORLEVEL%
