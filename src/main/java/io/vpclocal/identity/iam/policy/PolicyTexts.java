package io.vpclocal.identity.iam.policy;

import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyDocument;
import io.vpclocal.identity.policy.PolicyDocumentProblem;
import io.vpclocal.protocol.AwsException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Parses policy documents with IAM's errors, and encodes them for responses. */
public final class PolicyTexts {

    private PolicyTexts() {}

    /**
     * Reads a policy that is to be saved in an account.
     *
     * @throws AwsException {@code MalformedPolicyDocument}
     */
    public static PolicyDocument parseNew(IamScope scope, @Nullable String text, PolicyDialect dialect) {
        return read(text, given -> PolicyDocument.parseNew(given, dialect, scope.partition()));
    }

    /**
     * Reads a trust policy that is to be saved.
     *
     * @throws AwsException {@code MalformedPolicyDocument}
     */
    public static PolicyDocument parseNewTrustPolicy(@Nullable String text) {
        return read(text, PolicyDocument::parseNewTrustPolicy);
    }

    private static PolicyDocument read(@Nullable String text, Function<String, PolicyDocument> reader) {
        try {
            return reader.apply(IamParams.require(text, "policyDocument"));
        } catch (PolicyDocumentProblem problem) {
            throw IamErrors.malformedPolicy(problem.message());
        }
    }

    /** Percent-encoded after RFC 3986, as IAM returns every document. */
    public static String encoded(String document) {
        return URLEncoder.encode(document, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    public static int size(String document) {
        return (int) document.chars().filter(c -> !Character.isWhitespace(c)).count();
    }
}
