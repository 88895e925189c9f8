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

/** Decides by all policies that have a say whether a call may be done that is not one of the emulator's own actions. */
public interface ForwardedCallPolicies {

    /** What policies say to each permission that a call needs, in order. Empty when policies are switched off. */
    List<AccessDecision> decide(Question question);

    /** Runs something, such as a call of the emulator's own services, as a call that came that way. */
    <E extends Exception> void during(@Nullable Through through, @Nullable String sourceIp, Work<E> work) throws E;

    /** What is run. */
    interface Work<E extends Exception> {
        void run() throws E;
    }

    /** False if denials are only told, not enforced. */
    boolean enforced();

    /**
     * Checks the text of a resource's policy.
     *
     * @throws AwsException {@code MalformedPolicy} with the text of what is wrong
     */
    void requireValidResourcePolicy(String text);

    /**
     * A call.
     *
     * @param through the endpoint that it comes through; null for a public call
     * @param sourceIp the public address that it comes from; null to take the client's own
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
     * @param owner the account of the resource; null if it counts as the caller's own
     * @param policy the resource's policy; null if it has none
     * @param keys condition keys with their values
     */
    record Permission(
            String action,
            String resource,
            @Nullable String owner,
            @Nullable String policy,
            Map<String, List<String>> keys) {}

    /**
     * A VPC endpoint on the way of a call.
     *
     * @param policy its policy; null if the service takes none
     * @param keys condition keys that follow from the endpoint besides the usual three
     */
    record Through(
            String endpointId,
            EndpointKind kind,
            @Nullable String policy,
            String vpcId,
            String sourceIp,
            Map<String, String> keys) {}
}
