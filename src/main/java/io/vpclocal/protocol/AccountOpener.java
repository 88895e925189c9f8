package io.vpclocal.protocol;

/** Called before each action, to prepare a Region when an account first uses it. */
public interface AccountOpener {

    /** Idempotent and cheap after the first call. Runs outside a transaction. */
    void open(AwsService service, Scope scope);
}
