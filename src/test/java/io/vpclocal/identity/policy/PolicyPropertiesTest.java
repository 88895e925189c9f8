package io.vpclocal.identity.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class PolicyPropertiesTest {

    private static final List<String> STATEMENTS = statements();

    /** Statements that overlap in action, resource and condition, so that random sets give different decisions. */
    private static List<String> statements() {
        List<String> statements = new ArrayList<>();
        for (String effect : List.of("Allow", "Deny")) {
            for (String action :
                    List.of("'Action':'s3:GetObject'", "'Action':['s3:Get*','ec2:*']", "'NotAction':'s3:Put*'")) {
                for (String resource : List.of(
                        "'Resource':'*'",
                        "'NotResource':'arn:aws:s3:::b/*'",
                        "'Resource':'arn:aws:s3:::b/${aws:username}'")) {
                    for (String condition : List.of(
                            "",
                            ",'Condition':{'StringLike':{'k':['v*','${x}']}}",
                            ",'Condition':{'ForAllValues:StringNotEquals':{'tags':'t'}}")) {
                        statements.add("{'Effect':'" + effect + "'," + action + "," + resource + condition + "}");
                    }
                }
            }
        }
        return statements;
    }

    private static final Gen<List<String>> SOME =
            lists().of(arbitrary().pick(STATEMENTS)).ofSizeBetween(1, 6);
    private static final Gen<RequestContext> REQUESTS = requests();

    private static Gen<RequestContext> requests() {
        Gen<String> actions = arbitrary().pick("s3:GetObject", "s3:PutObject", "ec2:CreateVpc", "x");
        Gen<String> resources =
                arbitrary().pick("*", "arn:aws:s3:::b/ana", "arn:aws:s3:::b/x", "arn:aws:s3:::c/x", "arn::");
        Gen<PolicyPrincipal> principals = arbitrary()
                .pick(
                        Policies.ANA,
                        Policies.SESSION,
                        Policies.FEDERATED,
                        Policies.EVE,
                        PolicyPrincipal.anonymous(),
                        PolicyPrincipal.service("s"));
        Gen<List<String>> values =
                lists().of(arbitrary().pick("v", "w", "t", "", "*")).ofSizeBetween(0, 2);
        return actions.zip(resources, principals, values, (action, resource, principal, list) -> {
            RequestContext.Builder builder =
                    RequestContext.of(principal, action).resource(resource).keys("tags", list);
            return (list.isEmpty() ? builder : builder.key("k", list.get(0)).key("x", list.get(0))).build();
        });
    }

    private static PolicyDocument session(List<String> statements) {
        return PolicyDocument.parse(Policies.document(statements.toArray(String[]::new)), PolicyDialect.SESSION);
    }

    @Test
    void adding_an_allow_never_turns_an_allow_into_a_deny_and_adding_a_deny_never_allows() {
        qt().withExamples(5_000)
                .forAll(SOME, arbitrary().pick(STATEMENTS), REQUESTS)
                .checkAssert((some, extra, request) -> {
                    List<String> more = new ArrayList<>(some);
                    more.add(extra);
                    Decision before = Evaluator.evaluate(Policies.ofIdentity(session(some)), request);
                    Decision after = Evaluator.evaluate(Policies.ofIdentity(session(more)), request);
                    if (extra.contains("'Allow'")) {
                        assertThat(after.isAllowed() || !before.isAllowed()).isTrue();
                    } else {
                        assertThat(before.isAllowed() || !after.isAllowed()).isTrue();
                    }
                });
    }

    @Test
    void an_explicit_deny_stays_when_policies_are_added() {
        qt().withExamples(3_000).forAll(SOME, SOME, REQUESTS).checkAssert((some, extra, request) -> {
            Decision before = Evaluator.evaluate(Policies.ofIdentity(session(some)), request);
            Decision after = Evaluator.evaluate(Policies.ofIdentity(session(some), session(extra)), request);
            assertThat(before.outcome() != Decision.Outcome.EXPLICIT_DENY || after.outcome() == before.outcome())
                    .isTrue();
        });
    }

    @Test
    void the_order_of_statements_and_policies_does_not_matter() {
        qt().withExamples(3_000).forAll(SOME, SOME, REQUESTS).checkAssert((one, two, request) -> {
            List<String> reversed = new ArrayList<>(one);
            Collections.reverse(reversed);
            Decision.Outcome outcome = Evaluator.evaluate(Policies.ofIdentity(session(one), session(two)), request)
                    .outcome();
            assertThat(Evaluator.evaluate(Policies.ofIdentity(session(two), session(reversed)), request)
                            .outcome())
                    .isEqualTo(outcome);
            List<String> joined = new ArrayList<>(two);
            joined.addAll(reversed);
            assertThat(Evaluator.evaluate(Policies.ofIdentity(session(joined)), request)
                            .outcome())
                    .isEqualTo(outcome);
        });
    }

    /** The index finds the same statements as a linear search. */
    @Test
    void the_decision_agrees_with_the_statements_that_match() {
        qt().withExamples(5_000).forAll(SOME, REQUESTS).checkAssert((some, request) -> {
            Explanation explanation = Evaluator.explain(Policies.ofIdentity(session(some)), request);
            Optional<StatementMatch> deny = explanation.matchedStatements().stream()
                    .filter(match -> match.statement().effect().equals("Deny"))
                    .findFirst();
            Optional<StatementMatch> first = deny.isPresent()
                    ? deny
                    : explanation.matchedStatements().stream().findFirst();
            assertThat(Optional.ofNullable(explanation.decision().match()))
                    .isEqualTo(request.principal().account() == null ? Optional.empty() : first);
        });
    }

    @Test
    void arbitrary_text_and_bytes_give_a_document_or_a_problem() {
        qt().withExamples(4_000)
                .forAll(strings().allPossible().ofLengthBetween(0, 60))
                .checkAssert(PolicyPropertiesTest::parse);
        qt().withExamples(4_000)
                .forAll(lists().of(integers().between(-128, 127)).ofSizeBetween(0, 60))
                .checkAssert(list -> {
                    byte[] bytes = new byte[list.size()];
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] = list.get(i).byteValue();
                    }
                    parse(new String(bytes, StandardCharsets.UTF_8));
                    parse(new String(bytes, StandardCharsets.ISO_8859_1));
                });
    }

    @Test
    void arbitrary_arrangements_of_policy_words_give_a_document_or_a_problem_and_end() {
        List<String> words = List.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "'Version'",
                "'2012-10-17'",
                "'Statement'",
                "'Effect'",
                "'Allow'",
                "'Deny'",
                "'Action'",
                "'*'",
                "'Resource'",
                "'Condition'",
                "'StringLike'",
                "'k'",
                "1e9",
                "true",
                "null",
                "'${a'",
                "\\u12",
                "'\\u0000'");
        qt().withExamples(4_000)
                .forAll(lists().of(arbitrary().pick(words)).ofSizeBetween(0, 40))
                .checkAssert(list -> parse(Policies.json(String.join("", list))));
    }

    /** Well-structured documents with arbitrary content are evaluated without exceptions. */
    @Test
    void evaluation_never_throws() {
        List<String> odd = List.of(
                "",
                "*",
                "?",
                ":",
                "arn:",
                "arn:aws:s3:::",
                "arn:aws:s3:::b/*",
                "${",
                "${}",
                "${k}",
                "${k,",
                "${k, 'd'}",
                "${*}",
                "s3:*",
                "s3:",
                ":x",
                "1",
                "-1",
                "2024-01-01",
                "10.0.0.0/8",
                "::/0",
                "QQ==",
                "true",
                "\uffff\ufffe",
                "\u00e9",
                "123456789012");
        Gen<String> texts = arbitrary().pick(odd).zip(arbitrary().pick(odd), (a, b) -> a.length() % 2 == 0 ? a + b : b);
        Gen<List<String>> list = lists().of(texts).ofSizeBetween(0, 3);
        Gen<String> operators = arbitrary()
                .pick(
                        "StringLike",
                        "StringEqualsIgnoreCase",
                        "NumericLessThan",
                        "DateGreaterThan",
                        "Bool",
                        "BinaryEquals",
                        "NotIpAddress",
                        "ForAnyValue:ArnLike",
                        "ForAllValues:ArnNotEquals",
                        "Null",
                        "NumericNotEqualsIfExists");
        Gen<String> conditions =
                operators.zip(list, (operator, values) -> "{'" + operator + "':{'k':" + array(values) + "}}");
        qt().withExamples(4_000)
                .forAll(list, list, conditions, texts)
                .checkAssert((actions, resources, condition, value) -> {
                    String text = Policies.json("{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':"
                            + array(actions) + ",'Resource':" + array(resources) + ",'Condition':" + condition + "}]}");
                    RequestContext request = RequestContext.of(Policies.ANA, value)
                            .resource(value)
                            .key("k", value)
                            .build();
                    for (PolicyDialect dialect : PolicyDialect.values()) {
                        parse(
                                        dialect.takesPrincipals()
                                                ? text.replace("\"Effect\"", "\"Principal\":\"*\",\"Effect\"")
                                                : text,
                                        dialect)
                                .ifPresent(document -> {
                                    PolicySet set = PolicySet.builder()
                                            .attach(PolicyType.IDENTITY, "p", document)
                                            .build();
                                    assertThat(Evaluator.explain(set, request).decision())
                                            .isNotNull();
                                });
                    }
                });
    }

    @Test
    void hostile_documents_end() {
        String variables = Policies.document("{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::#'}");
        for (String piece : List.of("${", "${a,", "${a,'", "${a, ", "$", "*?", "${a}")) {
            String text = variables.replace("#", piece.replace("\"", "\\\"").repeat(120_000 / piece.length()));
            parse(text, PolicyDialect.MANAGED).ifPresent(document -> {
                RequestContext request = Policies.anaDoes("s3:x")
                        .resource("arn:aws:s3:::" + "a".repeat(50_000))
                        .build();
                assertThat(Evaluator.evaluate(Policies.ofIdentity(document), request)
                                .isAllowed())
                        .isFalse();
            });
        }
        String small = "{'Effect':'Deny','NotAction':'a:b','Resource':'*'}";
        String many = Collections.nCopies(2_300, small).stream().collect(Collectors.joining(","));
        assertThat(parse(Policies.document(many), PolicyDialect.MANAGED)).isPresent();
    }

    private static String array(List<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("'", "\\u0027") + "'")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void parse(String text) {
        for (PolicyDialect dialect : PolicyDialect.values()) {
            parse(text, dialect);
        }
    }

    private static Optional<PolicyDocument> parse(String text, PolicyDialect dialect) {
        try {
            return Optional.of(PolicyDocument.parse(text, dialect));
        } catch (PolicyDocumentProblem problem) {
            assertThat(problem.message()).isNotEmpty();
            return Optional.empty();
        }
    }
}
