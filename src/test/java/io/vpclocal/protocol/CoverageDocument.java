package io.vpclocal.protocol;

import io.vpclocal.analysis.reach.ExplanationCode;
import io.vpclocal.protocol.codec.Models;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes docs/COVERAGE.md from the registry: complete, partial and missing actions. */
final class CoverageDocument {

    private static final Map<AwsService, String> NAMES = Map.of(
            AwsService.EC2, "Amazon EC2 (the VPC part)",
            AwsService.IAM, "AWS IAM",
            AwsService.STS, "AWS STS",
            AwsService.LOGS, "Amazon CloudWatch Logs",
            AwsService.ELB, "Elastic Load Balancing (version 2)");

    private static final String OTHERS = """

            ## Other services

            Their calls go to upstreams, as the guide to real calls says. The table shows how each call is authorized:

            | service | coverage |
            |---|---|
            | Amazon S3 | each operation of the API as its own action on its bucket, object or copy source; partial. Missing: form uploads by browsers, access points and directory buckets as resources, tags of existing objects as condition keys |
            | Amazon DynamoDB | tables, indexes, batches, transactions and PartiQL; partial. Missing: `dynamodb:LeadingKeys`, `dynamodb:Attributes`, and streams that only a shard iterator names |
            | AWS KMS | keys under their key policies, grants and aliases, read from the upstream if calls did not show them; partial. Missing: aliases that others change at the upstream, grants made there, policies of replica keys |
            | AWS Systems Manager | parameters and documents; partial. Other operations are authorized on `*` |
            | Amazon Kinesis | streams and consumers; partial. A stream that only a shard iterator names is authorized as `*` |
            | AWS Secrets Manager | secrets by name or ARN; partial. If the request has a name, the six characters at the end of the ARN are `??????` |
            | Amazon SQS, Amazon SNS | queues and topics with their policies, also from AddPermission; partial. Missing: policies that existed before |
            | AWS Service Catalog | portfolios and products; partial. Other operations are authorized on `*` |
            | AWS Lambda | functions, layers and event source mappings; partial. Missing: qualifiers, condition keys |
            | Amazon API Gateway | the HTTP method on the path, as its policies have it; partial |
            | APIs (`execute-api`) | `execute-api:Invoke` on stage, method and path, under the endpoint's and the API's policies; partial. Missing: the authorization type of methods, policies of imported APIs, custom domain names, WebSocket APIs |
            | other JSON, query and REST services | the operation's name on `*`; partial. Missing: actions of policies that have other names than the operation. A path that is not known needs the whole service, such as `eks:*` |

            The policy of a bucket, queue, topic, secret, table, stream or REST API applies after a call that sets it has passed. Key policies are also read from the upstream.
            """;

    private final ActionRegistry registry;
    private final StringBuilder text = new StringBuilder();

    CoverageDocument(ActionRegistry registry) {
        this.registry = registry;
    }

    String write() {
        text.append(
                        "# Coverage\n\nWritten by the build from the code: `./mvnw verify -Dcoverage.write=true` updates it, and")
                .append(
                        " a test fails if it is out of date.\nAn action that is not emulated answers `UnsupportedOperation`")
                .append(" (`UnknownOperationException` for JSON services);\na parameter or value that is not emulated")
                .append(
                        " answers `UnsupportedOperation` too.\nAn action that is always empty lists resources that the emulator does")
                .append(" not have: it checks permissions, ids, filters and page sizes, and answers\nan empty list.\n");
        for (AwsService service : AwsService.values()) {
            write(service);
        }
        explanationCodes();
        text.append(OTHERS);
        return text.toString();
    }

    private void write(AwsService service) {
        Set<String> all = Models.allOperations(service.client()).keySet();
        List<ActionDefinition> there = new ArrayList<>(registry.all(service));
        text.append("\n## ")
                .append(Optional.ofNullable(NAMES.get(service)).orElse(service.name()))
                .append("\n\n")
                .append(there.size())
                .append(" of ")
                .append(all.size())
                .append(" actions.\n");
        if (!there.isEmpty()) {
            text.append("\n| action | coverage | module |\n|---|---|---|\n");
            there.forEach(this::row);
        }
        List<String> empty =
                registry.further(service).stream().map(ActionDefinition::name).toList();
        if (!empty.isEmpty()) {
            folded("Always empty", empty);
        }
        Set<String> none = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        none.addAll(all);
        there.forEach(action -> none.remove(action.name()));
        empty.forEach(none::remove);
        folded("Not emulated", none);
    }

    private void folded(String title, Collection<String> actions) {
        text.append("\n<details><summary>")
                .append(title)
                .append(": ")
                .append(actions.size())
                .append(" actions</summary>\n\n")
                .append(String.join(", ", actions))
                .append("\n\n</details>\n");
    }

    private void explanationCodes() {
        text.append("\n## Explanation codes of Reachability Analyzer\n\n").append("| code | coverage |\n|---|---|\n");
        for (ExplanationCode code : ExplanationCode.values()) {
            text.append("| ")
                    .append(code)
                    .append(" | ")
                    .append(code.missing() == null ? "full" : "does not occur. Missing: " + code.missing())
                    .append(" |\n");
        }
    }

    private void row(ActionDefinition action) {
        String missing = UnsupportedMembers.missing(action);
        String coverage = missing.isEmpty() ? "full" : "partial. Missing: " + missing;
        text.append("| ")
                .append(action.name())
                .append(" | ")
                .append(coverage)
                .append(" | ")
                .append(action.module())
                .append(" |\n");
    }
}
