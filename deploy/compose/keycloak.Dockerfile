# Keycloak with the realm of the demonstration, built once so that it starts quickly
FROM quay.io/keycloak/keycloak:26.7
RUN /opt/keycloak/bin/kc.sh build --db=dev-file --health-enabled=true
COPY quickstart/src/main/resources/keycloak/aftercare-realm.json /opt/keycloak/data/import/
