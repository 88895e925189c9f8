package io.vpclocal.flowlog;

import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.protocol.Scope;
import java.util.List;

/** Implemented by whoever knows the network interfaces: those that could have had traffic, and get NODATA if they had none. */
public interface InterfacesInUse {

    List<InterfaceDetails> of(Scope scope);
}
