package io.vpclocal.protocol;

/** Told of every call of another service whose sender is known. */
public interface ForwardedCallListener {

    void answered(ForwardedCall call);
}
