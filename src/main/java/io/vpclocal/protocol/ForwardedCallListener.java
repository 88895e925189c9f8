package io.vpclocal.protocol;

/** Receives every authenticated call of a service that is not emulated. */
public interface ForwardedCallListener {

    void answered(ForwardedCall call);
}
