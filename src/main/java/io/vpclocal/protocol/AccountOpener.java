package io.vpclocal.protocol;

/** Told of every call before its action runs, so that an account's first use of a Region can be prepared. */
public interface AccountOpener {

    /** Idempotent, and cheap from the second call on. Runs in no transaction. */
    void open(AwsService service, Scope scope);
}
