{{/* What each service is. */}}
{{- define "aftercare.suite" -}}
{{ .Files.Get "files/suite.yaml" }}
{{- end }}

{{/* dict root, service */}}
{{- define "aftercare.labels" -}}
app.kubernetes.io/name: {{ .service }}
app.kubernetes.io/part-of: aftercare
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- end }}

{{- define "aftercare.selector" -}}
app.kubernetes.io/name: {{ .service }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "aftercare.image" -}}
{{- $own := index .root.Values.services .service -}}
{{ .root.Values.image.registry }}/{{ .service }}{{ if $own.digest }}@{{ $own.digest }}{{ else }}:{{ .root.Values.image.tag }}{{ end }}
{{- end }}

{{- define "aftercare.port" -}}
{{ if eq .Values.tls.mode "off" }}8080{{ else }}8443{{ end }}
{{- end }}

{{- define "aftercare.scheme" -}}
{{ if eq .Values.tls.mode "off" }}http{{ else }}https{{ end }}
{{- end }}

{{/* application.properties of a service: dict root, service, is */}}
{{- define "aftercare.settings" -}}
{{- $v := .root.Values -}}
aftercare.oin={{ $v.oin }}
aftercare.logbook.register={{ $v.processingRegister }}{{ .service }}/
{{- with $v.reorganisations }}
aftercare.reorganisations={{ . }}
{{- end }}
{{- with $v.regions }}
aftercare.regions={{ . }}
{{- end }}
aftercare.webhooks.origin={{ .service }}.{{ $v.ingress.domain }}
{{- if $v.ingress.enabled }}
quarkus.http.proxy.proxy-address-forwarding=true
quarkus.http.proxy.allow-x-forwarded=true
{{- with $v.ingress.addresses }}
quarkus.http.proxy.trusted-proxies={{ join "," . }}
{{- end }}
{{- end }}
aftercare.database.host={{ $v.database.host }}
{{- if $v.database.caSecret }}
quarkus.datasource.reactive.postgresql.ssl-mode=verify-full
quarkus.datasource.reactive.hostname-verification-algorithm=HTTPS
quarkus.datasource.reactive.trust-certificate-pem=true
quarkus.datasource.reactive.trust-certificate-pem.certs=/etc/aftercare/database/ca.crt
quarkus.datasource.jdbc.url=jdbc:postgresql://${aftercare.database.host}/${aftercare.database.name}?sslmode=verify-full&sslrootcert=/etc/aftercare/database/ca.crt
{{- end }}
kafka.bootstrap.servers={{ $v.kafka.bootstrapServers }}
{{- if $v.kafka.mutualTls }}
kafka.security.protocol=SSL
kafka.ssl.truststore.type=PEM
kafka.ssl.truststore.location=/etc/aftercare/kafka-ca/ca.crt
kafka.ssl.keystore.type=PKCS12
kafka.ssl.keystore.location=/etc/aftercare/kafka-user/user.p12
{{- end }}
quarkus.oidc.auth-server-url={{ $v.identity.issuer }}
{{- if ne $v.tls.mode "off" }}
quarkus.tls.suite.key-store.pem.0.cert=/etc/aftercare/tls/tls.crt
quarkus.tls.suite.key-store.pem.0.key=/etc/aftercare/tls/tls.key
quarkus.tls.suite.trust-store.pem.certs=/etc/aftercare/tls/ca.crt
quarkus.tls.suite.reload-period=1h
quarkus.http.tls-configuration-name=suite
quarkus.http.insecure-requests=disabled
quarkus.http.ssl-port=8443
aftercare.tls.mutual={{ eq $v.tls.mode "mutual" }}
{{- end }}
{{- $root := .root }}
{{- range .is.asks }}
aftercare.{{ . }}.url={{ include "aftercare.scheme" $root }}://{{ . }}:{{ include "aftercare.port" $root }}
{{- if ne $v.tls.mode "off" }}
quarkus.rest-client.{{ . }}.tls-configuration-name=suite
{{- end }}
{{- end }}
{{- if .is.answerLinks }}
aftercare.public-url={{ $v.publicUrl }}
{{- end }}
{{- if $v.monitoring.tracesEndpoint }}
quarkus.otel.exporter.otlp.endpoint={{ $v.monitoring.tracesEndpoint }}
{{- else }}
quarkus.otel.traces.sampler.arg=0.0
{{- end }}
{{- range $name, $value := (index $v.services .service).settings }}
{{ $name }}={{ $value }}
{{- end }}
{{- end }}

{{/* Where the settings are, and what has to stay secret, from Secrets: dict root, service, is */}}
{{- define "aftercare.env" -}}
{{- $v := .root.Values -}}
- name: QUARKUS_CONFIG_LOCATIONS
  value: /etc/aftercare/settings/application.properties
{{- if $v.trust.configMap }}
- name: JAVA_TOOL_OPTIONS
  value: -Djavax.net.ssl.trustStore=/etc/aftercare/trust/truststore.p12 -Djavax.net.ssl.trustStoreType=PKCS12
{{- end }}
- name: AFTERCARE_DATABASE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ $v.database.secretPrefix }}{{ .is.database }}-service, key: password}}
- name: AFTERCARE_PSEUDONYM_KEY
  valueFrom: {secretKeyRef: {name: {{ $v.secretPrefix }}{{ .service }}, key: pseudonym-key}}
{{- if .is.client }}
- name: AFTERCARE_CLIENT_SECRET
  valueFrom: {secretKeyRef: {name: {{ $v.secretPrefix }}{{ .service }}, key: client-secret}}
{{- end }}
{{- if .is.answerLinks }}
- name: AFTERCARE_ANSWER_LINK_KEY
  valueFrom: {secretKeyRef: {name: {{ $v.secretPrefix }}{{ .service }}, key: answer-link-key}}
{{- end }}
{{- range $name, $from := (index $v.services .service).secretSettings }}
- name: {{ $name }}
  valueFrom: {secretKeyRef: {name: {{ $from.name }}, key: {{ $from.key }}}}
{{- end }}
{{- if $v.kafka.mutualTls }}
- name: KAFKA_SSL_KEYSTORE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .service }}, key: user.password}}
{{- end }}
{{- end }}

{{- define "aftercare.mounts" -}}
- {name: tmp, mountPath: /tmp}
- {name: settings, mountPath: /etc/aftercare/settings, readOnly: true}
{{- if .root.Values.database.caSecret }}
- {name: database, mountPath: /etc/aftercare/database, readOnly: true}
{{- end }}
{{- if .root.Values.kafka.mutualTls }}
- {name: kafka-ca, mountPath: /etc/aftercare/kafka-ca, readOnly: true}
- {name: kafka-user, mountPath: /etc/aftercare/kafka-user, readOnly: true}
{{- end }}
{{- if ne .root.Values.tls.mode "off" }}
- {name: tls, mountPath: /etc/aftercare/tls, readOnly: true}
{{- end }}
{{- if .root.Values.trust.configMap }}
- {name: trust, mountPath: /etc/aftercare/trust, readOnly: true}
{{- end }}
{{- end }}

{{- define "aftercare.volumes" -}}
- name: tmp
  emptyDir: {sizeLimit: 64Mi}
- name: settings
  configMap: {name: {{ .service }}-settings}
{{- if .root.Values.database.caSecret }}
- name: database
  secret: {secretName: {{ .root.Values.database.caSecret }}, items: [{key: ca.crt, path: ca.crt}]}
{{- end }}
{{- if .root.Values.kafka.mutualTls }}
- name: kafka-ca
  secret: {secretName: {{ .root.Values.kafka.caSecret }}, items: [{key: ca.crt, path: ca.crt}]}
- name: kafka-user
  secret: {secretName: {{ .service }}, items: [{key: user.p12, path: user.p12}]}
{{- end }}
{{- if ne .root.Values.tls.mode "off" }}
- name: tls
  secret: {secretName: {{ .service }}-tls}
{{- end }}
{{- with .root.Values.trust }}
{{- if .configMap }}
- name: trust
  configMap: {name: {{ .configMap }}, items: [{key: {{ .key }}, path: truststore.p12}]}
{{- end }}
{{- end }}
{{- end }}

{{/* Pod Security "restricted" */}}
{{- define "aftercare.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "aftercare.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
{{- end }}

{{/* What the migration of a service runs; a Job cannot be changed, so its name follows from this: dict root, service, is */}}
{{- define "aftercare.migration" -}}
metadata:
  labels: {{- include "aftercare.labels" (dict "root" .root "service" (printf "%s-migration" .service)) | nindent 4 }}
spec:
  serviceAccountName: {{ .service }}
  restartPolicy: OnFailure
  {{- include "aftercare.podSecurity" . | nindent 2 }}
  {{- with .root.Values.image.pullSecrets }}
  imagePullSecrets: {{- toYaml . | nindent 4 }}
  {{- end }}
  containers:
    - name: migration
      image: {{ include "aftercare.image" . }}
      imagePullPolicy: IfNotPresent
      {{- include "aftercare.containerSecurity" . | nindent 6 }}
      env:
        {{- include "aftercare.env" . | nindent 8 }}
        - name: AFTERCARE_DATABASE_OWNER_PASSWORD
          valueFrom: {secretKeyRef: {name: {{ .root.Values.database.secretPrefix }}{{ .is.database }}-owner, key: password}}
        - {name: QUARKUS_FLYWAY_MIGRATE_AT_START, value: "true"}
        - {name: QUARKUS_INIT_AND_EXIT, value: "true"}
        # no way is open from here to the issuer of tokens, and without one the start would end in vain
        - {name: QUARKUS_OIDC_TENANT_ENABLED, value: "false"}
        - {name: QUARKUS_OIDC_CLIENT_CLIENT_ENABLED, value: "false"}
      resources: {{- toYaml (index .root.Values.services .service).resources | nindent 8 }}
      volumeMounts: {{- include "aftercare.mounts" . | nindent 8 }}
  volumes: {{- include "aftercare.volumes" . | nindent 4 }}
{{- end }}
