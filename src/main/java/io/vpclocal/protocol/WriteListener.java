package io.vpclocal.protocol;

/** Told of every call that may have changed something, once it has succeeded and before its transaction ends. */
public interface WriteListener {

    /** Runs in the call's transaction: what it writes is kept or lost together with what the call wrote. */
    void written(Call call);
}
