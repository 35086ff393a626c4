package nl.aftercare.deploy;

import static nl.aftercare.deploy.Chart.name;
import static nl.aftercare.deploy.Chart.ofKind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every pod of the suite keeps to: Pod Security "restricted", and what lets an operations team sleep. */
final class Policy {
    private static final int PAUSE_AND_LAST_POLL = 40;
    private static final List<String> PRIVATE =
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10");
    private static final Pattern SECRET_SETTING =
            Pattern.compile("(?im)^[^#\\s=]*(password|secret|token|key)([.]value)?\\s*=\\s*(?!/)\\S");
    /** Kinds of volumes that "restricted" allows. */
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private final List<JsonNode> manifests;
    private final List<String> problems = new ArrayList<>();

    private Policy(List<JsonNode> manifests) {
        this.manifests = manifests;
    }

    static List<String> problems(List<JsonNode> manifests) {
        var policy = new Policy(manifests);
        Stream.concat(ofKind(manifests, "Deployment"), ofKind(manifests, "Job")).forEach(policy::restricted);
        ofKind(manifests, "Deployment").forEach(policy::deployment);
        ofKind(manifests, "Secret").forEach(secret -> policy.problems.add(name(secret) + ": a secret in a manifest"));
        ofKind(manifests, "ConfigMap").forEach(policy::settings);
        ofKind(manifests, "NetworkPolicy").forEach(policy::opened);
        policy.network();
        return policy.problems;
    }

    private void restricted(JsonNode workload) {
        var pod = workload.at("/spec/template/spec");
        must(workload, pod.at("/securityContext/runAsNonRoot").asBoolean(), "runs as root");
        must(
                workload,
                pod.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"),
                "no seccomp profile");
        must(workload, !pod.path("automountServiceAccountToken").asBoolean(true), "has a token of the API server");
        for (var host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            must(workload, !pod.path(host).asBoolean(), host);
        }
        must(workload, !pod.path("securityContext").has("sysctls"), "changes the kernel");
        isNobody(workload, pod.path("securityContext"));
        pod.path("volumes").forEach(volume -> must(workload, isOfPod(volume), "mounts what is not its own"));
        pod.path("containers").forEach(container -> container(workload, container));
        pod.path("initContainers").forEach(container -> container(workload, container));
    }

    private void isNobody(JsonNode workload, JsonNode security) {
        must(workload, security.path("runAsUser").asInt(1) != 0, "runs as root");
        must(workload, security.path("runAsNonRoot").asBoolean(true), "runs as root");
        must(
                workload,
                security.at("/seccompProfile/type").asText("RuntimeDefault").equals("RuntimeDefault"),
                "no seccomp profile");
    }

    private static boolean isOfPod(JsonNode volume) {
        return volume.properties().stream()
                .map(Map.Entry::getKey)
                .allMatch(field -> field.equals("name") || VOLUMES.contains(field));
    }

    private void container(JsonNode workload, JsonNode container) {
        var security = container.path("securityContext");
        isNobody(workload, security);
        must(workload, !security.has("procMount"), "sees all of /proc");
        must(workload, !security.path("capabilities").has("add"), "gets capabilities");
        must(workload, !container.toString().contains("\"hostPort\""), "takes a port of the host");
        must(workload, !security.path("privileged").asBoolean(), "privileged");
        must(workload, !security.path("allowPrivilegeEscalation").asBoolean(true), "may get more rights");
        must(workload, security.path("readOnlyRootFilesystem").asBoolean(), "may write its root file system");
        must(workload, security.at("/capabilities/drop").toString().equals("[\"ALL\"]"), "keeps capabilities");
        must(workload, container.at("/resources/requests/cpu").isTextual(), "asks for no processor");
        must(workload, container.at("/resources/requests/memory").isTextual(), "asks for no memory");
        must(workload, container.at("/resources/limits/memory").isTextual(), "has no limit of memory");
        must(
                workload,
                container.path("image").asText().matches(".+(@sha256:[0-9a-f]{64}|:(?!latest$)[^:@/]+)"),
                "takes any image");
        container
                .path("env")
                .forEach(variable -> must(
                        workload,
                        !variable.path("name").asText().matches(".*(PASSWORD|SECRET|KEY|TOKEN)$")
                                || variable.has("valueFrom"),
                        "has the secret " + variable.path("name").asText() + " in it"));
        container
                .path("volumeMounts")
                .forEach(mount -> must(
                        workload,
                        workload.at("/spec/template/spec/volumes")
                                .findValuesAsText("name")
                                .contains(mount.path("name").asText()),
                        "mounts the unknown volume " + mount.path("name").asText()));
    }

    private void deployment(JsonNode deployment) {
        var pod = deployment.at("/spec/template/spec");
        for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            pod.path("containers")
                    .forEach(container -> must(
                            deployment,
                            container.at("/" + probe + "/httpGet/port").asText().equals("management"),
                            "has no " + probe + " at the management port"));
        }
        must(
                deployment,
                pod.path("terminationGracePeriodSeconds").asInt() > PAUSE_AND_LAST_POLL,
                "is stopped too soon");
        must(deployment, pod.path("topologySpreadConstraints").size() >= 2, "is not spread");
        must(deployment, replicas(deployment) >= 2, "has fewer than two replicas");
        var labels = deployment.at("/spec/template/metadata/labels");
        must(deployment, selects(deployment.at("/spec/selector/matchLabels"), labels), "does not select its own pods");
        for (var kind : List.of("Service", "PodDisruptionBudget", "NetworkPolicy")) {
            must(
                    deployment,
                    ofKind(manifests, kind)
                            .anyMatch(other ->
                                    name(other).endsWith("/" + name(deployment).split("/")[1])
                                            && selects(selector(other), labels)),
                    "has no " + kind + " of its name that selects its pods");
        }
    }

    private int replicas(JsonNode deployment) {
        return ofKind(manifests, "ScaledObject")
                .filter(scaled -> scaled.at("/spec/scaleTargetRef/name").equals(deployment.at("/metadata/name")))
                .mapToInt(scaled -> deployment.at("/spec").has("replicas")
                        ? 0
                        : scaled.at("/spec/minReplicaCount").asInt())
                .findFirst()
                .orElse(deployment.at("/spec/replicas").asInt());
    }

    private void settings(JsonNode map) {
        map.path("data")
                .forEach(
                        text -> must(map, !SECRET_SETTING.matcher(text.asText()).find(), "has a secret in it"));
    }

    /** What is opened is opened to somebody, by ports; the whole world is never one's own network. */
    private void opened(JsonNode policy) {
        policy.at("/spec/ingress").forEach(rule -> opened(policy, rule, rule.path("from")));
        policy.at("/spec/egress").forEach(rule -> opened(policy, rule, rule.path("to")));
    }

    private void opened(JsonNode policy, JsonNode rule, JsonNode peers) {
        must(policy, !peers.isEmpty(), "opens something to everybody");
        must(policy, !rule.path("ports").isEmpty(), "opens all ports");
        for (var peer : peers) {
            must(policy, !peer.isEmpty(), "opens something to everybody");
            peer.properties()
                    .forEach(by -> must(policy, !by.getValue().isEmpty(), "opens something to all of " + by.getKey()));
            must(
                    policy,
                    !peer.at("/ipBlock/cidr").asText().endsWith("/0")
                            || Chart.texts(peer.at("/ipBlock/except")).containsAll(PRIVATE),
                    "opens the networks within");
        }
    }

    /** Some policy denies everything to every pod of the suite. */
    private void network() {
        boolean denied = ofKind(manifests, "NetworkPolicy")
                .anyMatch(policy -> !policy.path("spec").has("ingress")
                        && !policy.path("spec").has("egress")
                        && policy.at("/spec/policyTypes").size() == 2
                        && ofKind(manifests, "Deployment")
                                .allMatch(deployment -> selects(
                                        policy.at("/spec/podSelector/matchLabels"),
                                        deployment.at("/spec/template/metadata/labels"))));
        if (!denied) {
            problems.add("no policy denies what is not opened");
        }
    }

    private static JsonNode selector(JsonNode manifest) {
        return switch (manifest.path("kind").asText()) {
            case "Service" -> manifest.at("/spec/selector");
            case "NetworkPolicy" -> manifest.at("/spec/podSelector/matchLabels");
            default -> manifest.at("/spec/selector/matchLabels");
        };
    }

    private static boolean selects(JsonNode selector, JsonNode labels) {
        return !selector.isEmpty()
                && selector.properties().stream()
                        .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }

    private void must(JsonNode manifest, boolean holds, String problem) {
        if (!holds) {
            problems.add(name(manifest) + ": " + problem);
        }
    }
}
