package io.vpclocal.control.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vpclocal.protocol.AccessDecision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the minimal policy that allows the logged calls. */
final class LeastPrivilege {

    private static final String ANY = "*";

    /** Actions that need no permission. */
    private static final Set<String> FREE = Set.of("sts:GetCallerIdentity", "sts:GetSessionToken");

    /** Errors of unknown actions, which no policy allows. */
    private static final Set<String> NOT_THERE = Set.of(
            "InvalidAction", "MissingAction", "NoSuchVersion", "UnknownOperationException", "UnsupportedOperation");

    private LeastPrivilege() {}

    /** A policy document, with members as IAM spells them. */
    record Policy(
            @JsonProperty("Version") String version,
            @JsonProperty("Statement") List<Statement> statements) {}

    /** One statement of the document. */
    record Statement(
            @JsonProperty("Effect") String effect,
            @JsonProperty("Action") List<String> actions,
            @JsonProperty("Resource") List<String> resources) {}

    /** Actions on the same resources share a statement. Calls without a logged decision get the resource {@code *}. */
    static Policy of(List<LoggedCall> calls) {
        Map<String, Set<String>> resources = new TreeMap<>();
        for (LoggedCall call : calls) {
            String action = call.service() + ":" + call.action();
            boolean notThere = NOT_THERE.contains(Objects.requireNonNullElse(call.error(), ""));
            if (notThere && call.decisions().isEmpty()) {
                continue;
            }
            if (call.decisions().isEmpty()) {
                add(resources, action, ANY);
            }
            for (AccessDecision decision : call.decisions()) {
                add(resources, decision.action(), decision.resource());
            }
        }
        Map<List<String>, List<String>> actions = new LinkedHashMap<>();
        resources.forEach((action, needed) -> actions.computeIfAbsent(List.copyOf(needed), key -> new ArrayList<>())
                .add(action));
        List<Statement> statements = new ArrayList<>();
        actions.forEach((needed, by) -> statements.add(new Statement("Allow", by, needed)));
        return new Policy("2012-10-17", statements);
    }

    private static void add(Map<String, Set<String>> resources, String action, String resource) {
        if (FREE.contains(action)) {
            return;
        }
        boolean describe = action.startsWith("ec2:Describe");
        Set<String> known = resources.computeIfAbsent(action, key -> new TreeSet<>());
        if (describe || resource.equals(ANY)) {
            known.clear();
            known.add(ANY);
        } else if (!known.contains(ANY)) {
            known.add(resource);
        }
    }
}
