package io.vpclocal.protocol;

/** Told of what policies decided about each call whose caller they restrain. */
public interface DecisionListener {

    /** Called once for each call, within its transaction, and again if the call is run again. */
    void decided(Call call, AccessDecision decision);
}
