package io.vpclocal.proxy.action;

import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes ARNs from the resource column of {@code operations.tsv} and the members of one request. */
final class ResourceTemplate {

    private static final Pattern MEMBER = Pattern.compile("\\{(?:(queue|topic|alias):)?([^}]+)}");

    private final KnownService service;
    private final Members members;
    private final Scope scope;

    ResourceTemplate(KnownService service, Members members, Scope scope) {
        this.service = service;
        this.members = members;
        this.scope = scope;
    }

    /** The ARNs of the first alternative with all its members present, if any. */
    List<String> arns(String alternatives) {
        for (String alternative : alternatives.split("\\|", -1)) {
            List<String> arns = alternative.equals("*") ? List.of("*") : filled(alternative);
            if (!arns.isEmpty()) {
                return arns;
            }
        }
        return List.of();
    }

    String arn(String resource) {
        return resource.startsWith("arn:") ? resource : scope.arn(service.arnService(), resource);
    }

    private List<String> filled(String template) {
        List<String> texts = new ArrayList<>(List.of(""));
        Matcher matcher = MEMBER.matcher(template);
        int end = 0;
        while (matcher.find()) {
            String literal = template.substring(end, matcher.start());
            String kind = matcher.group(1) == null ? "" : matcher.group(1);
            List<String> values = members.at(matcher.group(2)).stream()
                    .map(value -> value(kind, value))
                    .toList();
            texts = texts.stream()
                    .flatMap(text -> values.stream().map(value -> joined(text + literal, value)))
                    .toList();
            end = matcher.end();
        }
        String rest = template.substring(end);
        // The rest of the template is the unknown end of an ARN. A complete ARN needs no end.
        return texts.stream()
                .map(text -> arn(text.startsWith("arn:") && rest.startsWith("-?") ? text : text + rest))
                .toList();
    }

    /**
     * A member that is an ARN replaces the text before it. Names of parameters may begin with the slash of the
     * template.
     */
    private static String joined(String before, String value) {
        if (value.startsWith("arn:")) {
            return value;
        }
        return before.endsWith("/") && value.startsWith("/") ? before + value.substring(1) : before + value;
    }

    private String value(String kind, String value) {
        return switch (kind) {
            case "queue" -> queue(value);
            case "topic" -> value.contains(":") ? value.substring(0, value.lastIndexOf(':')) : value;
            case "alias" -> value.startsWith("arn:") || value.startsWith("alias/") ? value : "key/" + value;
            default -> value;
        };
    }

    /** {@code https://sqs.REGION.amazonaws.com/ACCOUNT/NAME}; emulators have other hosts and longer paths. */
    private String queue(String url) {
        String[] parts = url.split("/", -1);
        if (parts.length < 2) {
            return url;
        }
        String account = parts[parts.length - 2];
        Scope owner = account.matches("\\d{12}") ? new Scope(account, scope.region()) : scope;
        return owner.arn(service.arnService(), parts[parts.length - 1]);
    }
}
