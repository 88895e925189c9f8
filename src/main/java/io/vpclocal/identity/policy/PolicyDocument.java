package io.vpclocal.identity.policy;

import io.vpclocal.identity.policy.PolicyDocumentProblem.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A parsed, validated and compiled policy document. Immutable. Parse it once and keep it.
 *
 * <p>Source: AWS documentation, IAM User Guide, "IAM JSON policy reference". Parsing takes linear time and memory. The
 * text may have up to 131072 characters.
 */
public final class PolicyDocument {

    private final PolicyDialect dialect;
    private final String text;
    private final @Nullable String version;
    private final @Nullable String id;
    private final List<CompiledStatement> statements;
    private final StatementIndex allows;
    private final StatementIndex denies;
    private final List<RawPolicy.Principal> principals;

    private PolicyDocument(PolicyDialect dialect, String text, RawPolicy raw) {
        this.dialect = dialect;
        this.text = text;
        this.version = raw.version();
        this.id = raw.id();
        List<CompiledStatement> compiled = new ArrayList<>();
        List<RawPolicy.Principal> named = new ArrayList<>();
        Position.Lines lines = new Position.Lines(text);
        for (RawPolicy.Statement statement : raw.statements()) {
            PolicyStatement source = source(compiled.size(), statement, lines);
            compiled.add(new CompiledStatement(dialect, statement, raw.hasVariables(), source));
            named.addAll(orEmpty(statement.principals()));
            named.addAll(orEmpty(statement.notPrincipals()));
        }
        this.statements = List.copyOf(compiled);
        this.allows =
                new StatementIndex(compiled.stream().filter(s -> !s.isDeny()).toList());
        this.denies = new StatementIndex(
                compiled.stream().filter(CompiledStatement::isDeny).toList());
        this.principals = List.copyOf(named);
    }

    /**
     * Reads a document.
     *
     * @param text the JSON text
     * @param dialect where the document is used
     * @throws PolicyDocumentProblem when AWS would refuse it
     */
    public static PolicyDocument parse(String text, PolicyDialect dialect) {
        return new PolicyDocument(dialect, text, read(text, dialect, null));
    }

    /**
     * Reads a document that is to be saved or used in a partition of AWS, whose resources alone it may name.
     *
     * @throws PolicyDocumentProblem when AWS would refuse it
     */
    public static PolicyDocument parseNew(String text, PolicyDialect dialect, String partition) {
        return new PolicyDocument(dialect, text, read(text, dialect, partition));
    }

    /**
     * Reads a trust policy that is to be saved. IAM then refuses principals that do not exist or that are shared by too
     * many, which policies saved earlier may have.
     *
     * @throws PolicyDocumentProblem when AWS would refuse it
     */
    public static PolicyDocument parseNewTrustPolicy(String text) {
        RawPolicy raw = read(text, PolicyDialect.TRUST, null);
        new TrustRules(new ProblemFactory(PolicyDialect.TRUST, text)).check(raw.statements());
        return new PolicyDocument(PolicyDialect.TRUST, text, raw);
    }

    /** @param partition of the resources that the document may name; null for any */
    private static RawPolicy read(String text, PolicyDialect dialect, @Nullable String partition) {
        ProblemFactory problems = new ProblemFactory(dialect, text);
        boolean spaced = !text.isEmpty() && Character.isWhitespace(text.charAt(0));
        if (spaced && (dialect == PolicyDialect.MANAGED || dialect == PolicyDialect.INLINE)) {
            throw leadingSpaces(problems);
        }
        JsonNode root;
        try {
            root = JsonParser.parse(text, dialect.maxChars());
        } catch (JsonParser.Failure failure) {
            throw problems.notJson(failure.offset());
        }
        if (spaced && dialect == PolicyDialect.TRUST) {
            throw leadingSpaces(problems);
        }
        RawPolicy raw = new PolicyReader(problems).read(root);
        if (dialect != PolicyDialect.STORED) {
            new PolicyRules(dialect, problems, partition).check(raw);
        }
        return raw;
    }

    private static PolicyDocumentProblem leadingSpaces(ProblemFactory problems) {
        return problems.of(Kind.SYNTAX, "JSON strings must not have leading spaces", 0);
    }

    private static PolicyStatement source(int index, RawPolicy.Statement raw, Position.Lines lines) {
        JsonNode.Text sid = raw.sid();
        return new PolicyStatement(
                index,
                sid == null ? null : sid.value(),
                raw.effect().value(),
                orEmpty(raw.principals()).stream().map(p -> p.value().value()).toList(),
                orEmpty(raw.notPrincipals()).stream()
                        .map(p -> p.value().value())
                        .toList(),
                CompiledStatement.values(raw.actions()),
                CompiledStatement.values(raw.notActions()),
                CompiledStatement.values(raw.resources()),
                CompiledStatement.values(raw.notResources()),
                raw.conditions().stream()
                        .map(test -> new PolicyStatement.Test(test.operatorName(), test.key(), test.texts()))
                        .toList(),
                lines.at(raw.reported()),
                lines.at(raw.end()));
    }

    private static List<RawPolicy.Principal> orEmpty(@Nullable List<RawPolicy.Principal> list) {
        return list == null ? List.of() : list;
    }

    /** The text that was read. */
    public String text() {
        return text;
    }

    /** Where the document is used. */
    public PolicyDialect dialect() {
        return dialect;
    }

    /** The Version element, if any. */
    public @Nullable String version() {
        return version;
    }

    /** The Id element, if any. */
    public @Nullable String id() {
        return id;
    }

    /** The statements as written. */
    public List<PolicyStatement> statements() {
        return statements.stream().map(CompiledStatement::source).toList();
    }

    /** The number of characters that count against IAM's quotas: all except white space. */
    public int sizeWithoutWhitespace() {
        return (int) text.chars().filter(c -> !Character.isWhitespace(c)).count();
    }

    /** The condition keys in conditions and policy variables, each once, as first written. */
    public Set<String> contextKeys() {
        Set<String> all = new LinkedHashSet<>();
        statements.forEach(statement -> statement.collectKeys(all));
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.removeIf(key -> !seen.add(key));
        return Collections.unmodifiableSet(all);
    }

    /**
     * The values in Principal and NotPrincipal elements. IAM resolves those of type AWS when a policy is saved.
     *
     * @param type for example {@code AWS} or {@code Service}
     */
    public Set<String> principals(String type) {
        Set<String> values = new LinkedHashSet<>();
        for (RawPolicy.Principal principal : principals) {
            if (principal.type().equals(type)) {
                values.add(principal.value().value());
            }
        }
        return Collections.unmodifiableSet(values);
    }

    /**
     * The text with each value of type AWS in Principal and NotPrincipal elements replaced. Used to store unique ids
     * instead of ARNs, and to return ids of deleted principals.
     */
    public String textWithAwsPrincipals(UnaryOperator<String> replacement) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        List<RawPolicy.Principal> inOrder = new ArrayList<>(principals);
        inOrder.sort((a, b) -> Integer.compare(a.value().start(), b.value().start()));
        for (RawPolicy.Principal principal : inOrder) {
            JsonNode.Text value = principal.value();
            String replaced = principal.type().equals("AWS") ? replacement.apply(value.value()) : value.value();
            if (!replaced.equals(value.value())) {
                result.append(text, copied, value.start()).append(quoted(replaced));
                copied = value.end();
            }
        }
        return result.append(text, copied, text.length()).toString();
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    List<CompiledStatement> compiled() {
        return statements;
    }

    StatementIndex allows() {
        return allows;
    }

    StatementIndex denies() {
        return denies;
    }
}
