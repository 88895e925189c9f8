package io.vpclocal.protocol;

/** Receives the policy decisions about each call, including calls of root users. */
public interface DecisionListener {

    /**
     * Called once for each permission that a call needs, within the call's transaction. Called again if the call is
     * retried. Not called when policies are switched off, or for actions that need no permission.
     */
    void decided(Call call, AccessDecision decision);
}
