#!/usr/bin/env bash
# Holds the contract against rules that others wrote. Each set counts as one test in the last line, as dotnet test writes it.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
passed=0 failed=0

judge() {
  local name=$1 found
  shift
  if found=$("$@" 2>&1); then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf '%s\n%s\n' "The contract does not pass $name:" "$found" >&2
  fi
}

if [[ ! -d node_modules || package-lock.json -nt node_modules/.package-lock.json ]]; then
  npm ci --ignore-scripts --no-audit --no-fund >/dev/null || exit 1
fi
bin=node_modules/.bin
judge 'spectral:oas' "$bin/spectral" lint openapi.json --ruleset judges/oas.yaml --fail-severity hint --quiet
judge 'recommended-strict of Redocly' "$bin/redocly" lint openapi.json --config judges/redocly.yaml --max-problems 20
judge 'the rules of OWASP' "$bin/spectral" lint openapi.json --ruleset judges/owasp.yaml --fail-severity error --display-only-failures
judge "Zalando's guidelines" "$bin/spectral" lint openapi.json --ruleset judges/zalando.yaml --fail-severity error --display-only-failures
printf 'Judges of the contract - Failed: %d, Passed: %d, Skipped: 0\n' "$failed" "$passed"
((failed == 0))
