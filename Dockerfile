FROM ubuntu:26.04 AS build
RUN apt-get update && apt-get install -y --no-install-recommends dotnet-sdk-10.0 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json .editorconfig ./
COPY src src
COPY demo demo
COPY CHANGELOG.md ./
COPY docs/terms.md docs/
RUN dotnet publish src/Ombud.Api -c Release -o /app -p:OpenApiGenerateDocumentsOnBuild=false

FROM ubuntu:26.04
RUN apt-get update && apt-get install -y --no-install-recommends aspnetcore-runtime-10.0 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app ./
COPY ombud ./
USER ubuntu
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=20 \
    CMD bash -c "exec 3<>/dev/tcp/127.0.0.1/5080 && printf 'GET /health/ready HTTP/1.0\r\n\r\n' >&3 && grep -q '200 OK' <&3"
ENTRYPOINT ["./ombud"]
CMD ["up"]
