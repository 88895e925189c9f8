package io.vpclocal.identity;

import io.vpclocal.identity.EndpointPolicyRules.EndpointKind;
import io.vpclocal.protocol.AccessDecision;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Caller;
import io.vpclocal.protocol.WireRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates all policies that apply to a call of a service that is not emulated. */
public interface ForwardedCallPolicies {

    /** The policy decision for each permission that a call needs, in order. Empty if policies are switched off. */
    List<AccessDecision> decide(Question question);

    /** Runs work, such as a call of an emulated service, with the origin of the given call. */
    <E extends Exception> void during(@Nullable Through through, @Nullable String sourceIp, Work<E> work) throws E;

    /** The work to run. */
    interface Work<E extends Exception> {
        void run() throws E;
    }

    /** False if denials are only logged, not enforced. */
    boolean enforced();

    /**
     * Validates a resource policy.
     *
     * @throws AwsException {@code MalformedPolicy} if the policy is invalid
     */
    void requireValidResourcePolicy(String text);

    /**
     * A call.
     *
     * @param through the VPC endpoint used; null for a public call
     * @param sourceIp the public source address; null for the client's own address
     */
    record Question(
            Caller caller,
            WireRequest wire,
            Instant receivedAt,
            String region,
            List<Permission> permissions,
            @Nullable Through through,
            @Nullable String sourceIp) {}

    /**
     * One permission that a call needs.
     *
     * @param action for example {@code s3:GetObject}
     * @param resource ARN, or {@code *}
     * @param owner the account of the resource; null for the caller's account
     * @param policies the policies of the resource
     * @param primary whether the caller needs them also in its own account, as for keys of AWS KMS
     * @param keys condition keys with their values
     */
    record Permission(
            String action,
            String resource,
            @Nullable String owner,
            List<String> policies,
            boolean primary,
            Map<String, List<String>> keys) {}

    /**
     * The VPC endpoint that a call uses.
     *
     * @param policy its policy; null if the service does not support endpoint policies
     * @param keys condition keys of the endpoint, besides {@code aws:SourceVpce}, {@code aws:SourceVpc} and
     *     {@code aws:VpcSourceIp}
     */
    record Through(
            String endpointId,
            EndpointKind kind,
            @Nullable String policy,
            String vpcId,
            String sourceIp,
            Map<String, String> keys) {}
}
