package io.vpclocal.proxy.policy;

import io.vpclocal.protocol.Scope;
import io.vpclocal.proxy.action.Members;
import io.vpclocal.proxy.action.Operation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Owners and resource policies of APIs, from calls of Amazon API Gateway that create and change REST APIs. */
@Component
public class ApiPolicies {

    private static final Pattern PATH = Pattern.compile("/restapis/([^/]+)");

    /** A policy may leave out the beginning of its resources, up to the API (API Gateway Developer Guide). */
    private static final String SHORT = "\"execute-api:/";

    private final LearntResources resources;

    ApiPolicies(LearntResources resources) {
        this.resources = resources;
    }

    /** @param answer the answer, which has the id of a new API */
    public void learn(Operation operation, String path, Members request, Members answer, Scope scope) {
        switch (operation.name()) {
            case "CreateRestApi", "ImportRestApi" ->
                answer.at("id").forEach(id -> keep(id, text(request, "policy"), scope));
            case "UpdateRestApi" -> updated(path, request, scope);
            case "DeleteRestApi" -> id(path).ifPresent(id -> keep(id, Optional.empty(), scope));
            default -> {
                // Other calls say nothing new.
            }
        }
    }

    private void updated(String path, Members request, Scope scope) {
        for (Members change : request.each("patchOperations")) {
            if (change.at("path").contains("/policy")) {
                id(path).ifPresent(id -> keep(
                        id,
                        text(change, "value").filter(value -> !change.at("op").contains("remove")),
                        scope));
            }
        }
    }

    private void keep(String id, Optional<String> policy, Scope scope) {
        String arn = scope.arn("execute-api", id);
        resources.keep(
                arn,
                scope,
                policy.map(text -> text.replace(SHORT, '"' + arn + "/")).orElse(null));
    }

    private static Optional<String> text(Members members, String name) {
        return members.at(name).stream().filter(text -> !text.isEmpty()).findFirst();
    }

    private static Optional<String> id(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
