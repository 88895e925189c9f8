package io.vpclocal.proxy.action;

import io.vpclocal.protocol.Scope;
import io.vpclocal.proxy.action.Operation.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the permissions of an operation of a JSON or query service in {@code operations.tsv}. */
public final class RpcOperations {

    private record Rule(String action, String resource) {}

    private static final String EVERY = "*";
    private static final Map<String, List<Rule>> RULES = Table.read("operations.tsv").stream()
            .collect(Collectors.groupingBy(
                    line -> line.get(0) + ":" + line.get(1),
                    Collectors.mapping(line -> new Rule(line.get(2), line.get(3)), Collectors.toList())));

    private RpcOperations() {}

    /** @param operation as {@code X-Amz-Target} or {@code Action} names it */
    public static Operation of(KnownService service, String operation, Members members, Scope scope) {
        ResourceTemplate template = new ResourceTemplate(service, members, scope);
        String itself = service.actionPrefix() + ":" + operation;
        List<Need> needs = new ArrayList<>();
        for (Rule rule : rules(service.signingName(), operation)) {
            String action = rule.action().isEmpty() ? itself : rule.action();
            if (rule.resource().startsWith("{partiql:")) {
                needs.addAll(statements(rule.resource(), members, template, itself));
            } else {
                template.arns(rule.resource()).forEach(arn -> needs.add(new Need(action, arn)));
            }
        }
        if (needs.isEmpty()) {
            needs.add(new Need(itself, "*"));
        }
        return new Operation(operation, needs.stream().distinct().toList(), Map.of());
    }

    private static List<Rule> rules(String service, String operation) {
        List<Rule> own = RULES.get(service + ":" + operation);
        return own == null ? RULES.getOrDefault(service + ":" + EVERY, List.of()) : own;
    }

    private static List<Need> statements(
            String resource, Members members, ResourceTemplate template, String otherwise) {
        String path = resource.substring("{partiql:".length(), resource.length() - 1);
        List<Need> needs = new ArrayList<>();
        for (String statement : members.at(path)) {
            PartiQl.of(statement)
                    .ifPresentOrElse(
                            read -> needs.add(new Need(read.action(), template.arn(read.resource()))),
                            () -> needs.add(new Need(otherwise, "*")));
        }
        return needs;
    }
}
