#!/usr/bin/env bash
# Makes clients from the contract with NSwag, Kiota and openapi-typescript, compiles them, and takes a case through each of them on a
# server of its own. By hand: it fetches generators and takes some two minutes. Needs .NET, Node and npm.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/clients
root=$(cd "$here/../.." && pwd)
contract=$root/contract/openapi.json
url=http://127.0.0.1:${OMBUD_CLIENTS_PORT:-5180}
work=$(mktemp -d)
# Where root runs this, PostgreSQL runs as somebody else.
chmod 755 "$work"
passed=0 failed=0 server=
export KIOTA_OFFLINE_ENABLED=true DOTNET_CLI_TELEMETRY_OPTOUT=1

end() {
  [[ -n $server ]] && kill -TERM "$server" 2>/dev/null && wait "$server" 2>/dev/null
  rm -rf "$work"
}
trap end EXIT

# Counts a thing that a command does, and shows what it said where it fails.
check() {
  local name=$1
  shift
  if "$@" >"$work/said" 2>&1; then
    passed=$((passed + 1))
    echo "ok $name"
  else
    failed=$((failed + 1))
    echo "not ok $name"
    tail -n 30 "$work/said"
    return 1
  fi
}

# Counts the steps of a story by its lines.
story() {
  local name=$1
  shift
  while IFS= read -r line; do
    case $line in
      ok*) passed=$((passed + 1)) ;;
      *) failed=$((failed + 1)) ;;
    esac
    echo "${line%% step*} ($name)"
  done < <("$@" 2>&1 || echo "not ok the story did not end")
}

# Moments go with their offset, also as parameters, where NSwag leaves it out unless it is told; a day is a day.
nswag() {
  dotnet nswag openapi2csclient "/input:$contract" "/output:$work/nswag/OmbudClient.cs" /namespace:Ombud.Client /classname:OmbudClient \
    /GenerateNullableReferenceTypes:true /GenerateOptionalPropertiesAsNullable:true /GenerateOptionalParameters:true \
    /ParameterDateTimeFormat:O /DateType:System.DateOnly
}

kiota() {
  dotnet kiota generate --language CSharp --openapi "$contract" --output "$work/kiota" --namespace-name Ombud.Client \
    --class-name OmbudClient --clean-output --log-level Warning
}

typescript() {
  cp "$here"/typescript/*.json "$here"/typescript/*.ts "$work/typescript" &&
    cd "$work/typescript" && npm ci --ignore-scripts --no-audit --no-fund &&
    npx openapi-typescript "$contract" --default-non-nullable=false --output ombud.d.ts
}

build() {
  dotnet build "$here/$1" -c Release -v quiet -nologo "-p:Generated=$work/$1" -o "$work/bin/$1"
}

cd "$here"
mkdir -p "$work/nswag" "$work/kiota" "$work/typescript"
dotnet tool restore >/dev/null || exit 1
"$root/ombud" up --urls "$url" --data "$work/data" >"$work/log" 2>&1 &
server=$!
made=()
check 'NSwag makes a client' nswag && check 'it compiles' build nswag && made+=(nswag)
check 'Kiota makes a client' kiota && check 'it compiles' build kiota && made+=(kiota)
check 'openapi-typescript makes types' typescript && check 'they compile' npx --prefix "$work/typescript" tsc -p "$work/typescript" &&
  made+=(typescript)
for _ in {1..120}; do
  [[ $(curl -s -o /dev/null -w '%{http_code}' "$url/health/ready") == 200 ]] && break
  sleep 1
done
for each in "${made[@]}"; do
  case $each in
    nswag) story NSwag dotnet "$work/bin/nswag/Nswag.dll" "$url" ;;
    kiota) story Kiota dotnet "$work/bin/kiota/Kiota.dll" "$url" ;;
    typescript) story openapi-typescript node "$work/typescript/story.js" "$url" ;;
  esac
done
printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
