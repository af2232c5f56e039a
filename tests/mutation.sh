#!/usr/bin/env bash
# Mutation testing, by hand: changes the code in small ways, one by one, and shows the changes that no test notices.
#
#   tests/mutation.sh Cases         a folder of Ombud.Domain, by all tests of the domain
#   tests/mutation.sh .             the files beside its folders
#   tests/mutation.sh Disclosing    the disclosure control of Ombud.Projections, by the tests in Disclosing
#   tests/mutation.sh               all of them: hours
#
# Reports come into .mutation/reports. It works on a copy, so that one can go on writing meanwhile.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
copy=$PWD/.mutation/copy reports=$PWD/.mutation/reports

dotnet tool restore >/dev/null
rm -rf "$copy"
mkdir -p "$copy"
git ls-files -z --cached --others --exclude-standard -- src tests .config .editorconfig global.json 'Directory.*.props' |
  xargs -0 cp --parents -t "$copy"
# Stryker talks to tests through Microsoft.Testing.Platform, which Directory.Packages.props tells why we else do without.
sed -i 's/xunit\.v3\.mtp-off/xunit.v3.mtp-v2/' "$copy"/Directory.{Build,Packages}.props
# The disclosure control is judged by tests that need no database; Stryker cannot choose tests of this platform.
find "$copy/tests/Ombud.Projections.Tests" -name '*.cs' -not -path '*/Disclosing/*' -not -path '*/obj/*' -delete
sed -i '/MartenByItself/d' "$copy/tests/Ombud.Projections.Tests/Ombud.Projections.Tests.csproj"

judge() { # folder project pattern
  cd "$copy/tests/$2.Tests"
  nice -n 19 dotnet stryker -f "$copy/tests/stryker-config.json" -p "$2.csproj" -m "$3" -O "$reports/$1" --skip-version-check
}

folders=("$@")
[[ $# -gt 0 ]] || folders=(. Calendars Cases Deadlines Feedback Measures Municipalities Recommendations Reports Disclosing)
for folder in "${folders[@]}"; do
  case $folder in
    Disclosing) judge Disclosing Ombud.Projections '**/StatisticalDisclosure/*.cs' ;;
    .) judge root Ombud.Domain '*.cs' ;;
    *) judge "$folder" Ombud.Domain "**/$folder/*.cs" ;;
  esac
done
