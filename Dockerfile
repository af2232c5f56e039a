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
ENTRYPOINT ["./ombud"]
CMD ["up"]
