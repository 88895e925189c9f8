package io.vpclocal.protocol;

/** Told of what policies decided about each call, also of a root user's, whom they do not restrain. */
public interface DecisionListener {

    /**
     * Called once for each permission that a call needs, within its transaction, and again if the call is run again. Not
     * called when policies are switched off, and not for actions that need no permission.
     */
    void decided(Call call, AccessDecision decision);
}
