package io.vpclocal.proxy.policy;

import io.vpclocal.protocol.Scope;
import io.vpclocal.proxy.action.Members;
import java.util.Optional;

/** Calls of the emulator itself to upstreams with the JSON protocol. */
public interface UpstreamQuestions {

    /**
     * Calls an operation of AWS KMS.
     *
     * @param body the JSON request
     * @param scope the account and Region to sign for
     * @return the answer; empty if there is no upstream, or it answers with an error
     */
    Optional<Members> kms(String operation, String body, Scope scope);
}
