#!/usr/bin/env bash
# Makes released.sql: the database of the program as it is checked out, filled over its command line and its API.
# Needs curl, jq, and psql and pg_dump of PostgreSQL 15. Ids and times differ each time, so answers.ndjson has to be recorded anew.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
# PostgreSQL does not run as root: where this does, it runs as somebody who has to get in.
chmod a+rx "$work"
export OMBUD_DATA=$work/data Ombud__MasterKeyFile=$here/master.key
api=http://127.0.0.1:5199/v1
municipality=drammen

"$root/ombud" up --no-demo --urls "${api%/v1}" > "$work/log" &
server=$!
trap 'kill $server || true; wait $server || true; rm -rf "$work"' EXIT
curl -sf --retry 60 --retry-delay 1 --retry-all-errors "${api%/v1}/health/ready" > "$work/ready"

sql() { PGPASSWORD=$(cat "$OMBUD_DATA/postgres.password") "$1" -h "$OMBUD_DATA/socket" -U ombud -d ombud "${@:2}"; }

# Sends a command, which must succeed, and prints the id of what it is about.
post() {
  curl -sS --fail-with-body "$api$1" -H 'Content-Type: application/json' -H "Ombud-Municipality: $municipality" \
    -H 'Ombud-On-Behalf-Of: u-17' -d "$2" | tee "$work/answer" | jq -r '.id // empty' || { cat "$work/answer" >&2; exit 1; }
}

id() { curl -sS --fail "$api/cases?number=$1" -H "Ombud-Municipality: $municipality" | jq -re '.items[0].id'; }

for each in drammen ringsted; do "$root/ombud" configure "$root/demo/$each.json"; done
cd "$work"
head -13 "$root/demo/drammen_76_cases.csv" > drammen_12_cases.csv
"$root/ombud" import drammen_12_cases.csv
"$root/ombud" import "$here/made-up-cases.ndjson"
"$root/ombud" import "$root/demo/ringsted_follow_up.ndjson" --municipality ringsted
"$root/ombud" seal

# A published report, what follows from it, and a corrigendum after a case in it was corrected.
period='"kind":"status","from":"2023-01-01","to":"2023-06-13"'
report=$(post /reports "{$period,\"language\":\"nb\",\"minimumCell\":3,\"title\":\"Orientering og status\"}")
post "/cases/$(id OM-10)/correction" '{"reason":"The letter came in May, but later","receivedOn":"2023-05-14"}'
post "/cases/$(id OM-04)/closure" '{"outcome":"mediated","closedOn":"2023-06-12"}'
post /reports "{$period,\"minimumCell\":3,\"supersedes\":\"$report\",\"reason\":\"A date was wrong\"}" > corrigendum
post /reports '{"kind":"tertial","from":"2023-01-01","to":"2023-04-30","language":"en","minimumCell":0}' > tertial

first=$(id OM-01)
basis="[\"$first\",\"$(id OM-10)\"]"
recommendation=$(post /recommendations "{\"text\":\"Svar på alle brev\",\"report\":\"$report\",\"number\":\"1\",\"basisCases\":$basis}")
second=$(post /recommendations "{\"text\":\"Skriv når svaret kommer\",\"report\":\"$report\",\"number\":\"2\",
  \"addressees\":[\"housing_office\"]}")
alone=$(post /recommendations "{\"text\":\"Gi foreløpig svar\",\"basisCases\":[\"$first\"],\"issuedOn\":\"2023-07-03\"}")
post "/reports/$report/answers" '{"covers":["1","2"],"heading":"Til 1 og 2","position":"accepted","text":"Vi følger det opp"}'
post "/recommendations/$alone/response" '{"position":"rejected_with_reason","text":"Det gjør vi alt"}'
measure=$(post /measures "{\"title\":\"Et brevkontor\",\"status\":\"planned\",\"recommendations\":[\"$recommendation\"],
  \"unit\":\"housing_office\",\"window\":{\"words\":\"våren 2024\"},\"loggedOn\":\"2023-09-01\"}")
post "/measures/$measure/log" '{"status":"postponed","reasons":["capacity"],"loggedOn":"2024-02-01","note":"Ingen å ansette"}'
post "/measures/$measure/log" '{"status":"in_progress","window":{"words":"høsten 2024"},"percent":40,"loggedOn":"2024-04-01"}'
post "/measures/$measure/links" "{\"recommendations\":[\"$second\"]}"
post "/recommendations/$recommendation/assessment" '{"assessment":"partly_satisfied","note":"Halvveis"}'
post "/recommendations/$second/progress" '{"progress":"in_progress","reason":"Vi har sett brevene"}'
post "/recommendations/$alone/closure" '{"as":"closed_no_longer_relevant","reason":"Regelen er ny"}'
post "/reports/$report/presentations" '{"body":"council","handling":"decision","note":"Sak 12"}'
post "/reports/$report/decisions" '{"body":"council","position":"endorsed","words":"Enstemmig"}'
request=0e000000-0000-4000-8000-0000000000f1
post "/reports/$report/requests" "{\"body\":\"council\",\"text\":\"Hva er gjort?\",\"dueOn\":\"2099-12-31\",\"requestId\":\"$request\"}"
post "/reports/$report/requests/$request/answer" '{"note":"Muntlig i møtet"}'
feedback=$(post /feedback "{\"text\":\"Søknader om bolig besvares for sent.\",\"serviceArea\":\"municipal_housing\",
  \"cases\":[\"$first\",\"$(id OM-09)\"]}")
post "/feedback/$feedback/basis-cases" "{\"cases\":[\"$(id OM-10)\"]}"
post "/feedback/$feedback/administration-presentation" '{"unit":"housing_office"}'
post "/feedback/$feedback/presentations" '{"body":"executive_committee"}'

# Two erased people, one of them with a text written afterwards, and a reading.
post /people/0197a3c4-5f00-7000-8000-0000000000c7/erasure '{"reason":"retention_ended"}'
post /people/0197a3c4-5f00-7000-8000-0000000000c8/erasure '{"reason":"unlawful_content"}'
post "/cases/$(id OM-08)/notes" '{"text":"Written after the erasure"}'
curl -sSf "$api/cases/$first/personal-data?purpose=access_request" > reading

# An event of a later version, sealed as docs/audit.md says, between two that this one knows.
later=$(id OM-03)
post "/cases/$later/notes" '{"text":"Before the later version"}'
sql psql -q -v ON_ERROR_STOP=1 -v stream="$later" <<'SQL'
begin;
with head as (
    select *, clock_timestamp() as now from ombud.mt_events where stream_id = :'stream' order by version desc limit 1
), sealed as (
    select *, encode(sha256(convert_to(format(
        '{"actor":"later","data":{"newWord":"ny"},"municipality":"%s","previous":"%s","recordedAt":"%s","stream":"%s",'
        '"type":"of_a_later_version","version":%s}',
        tenant_id, headers ->> 'hash', to_char(now at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), stream_id, version + 1
    ), 'UTF8')), 'hex') as hash from head
)
insert into ombud.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers, user_name)
select nextval('ombud.mt_events_sequence'), gen_random_uuid(), stream_id, version + 1, '{"newWord":"ny"}', 'of_a_later_version', now,
    tenant_id, jsonb_build_object('hash', hash, 'previous', headers ->> 'hash'), 'later' from sealed;
update ombud.mt_streams set version = version + 1, timestamp = now() where id = :'stream';
commit;
SQL
post "/cases/$later/closure" '{"outcome":"guided","closedOn":"2023-05-02"}'

municipality=ringsted
post /cases '{"receivedOn":"2021-03-02","withinMandate":true,"requiresResponse":true,"resident":{"name":"Mette Jensen"},
  "summary":"Ingen svarer"}'
"$root/ombud" keys create --name 'Sak og arkiv' --municipality drammen --role case_work --expires 2099-12-31 > "$here/api.key"
"$root/ombud" seal
"$root/ombud" verify

# A role belongs to the server, not to the database; and what psql alone understands is left out.
{
  echo "do \$\$ begin if to_regrole('ombud_app') is null then create role ombud_app nologin; end if; end \$\$;"
  sql pg_dump --inserts --no-owner --schema ombud | grep -vE '^(\\|--|SET |SELECT pg_catalog.set_config|$)'
} > "$here/released.sql"
