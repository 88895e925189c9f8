package io.vpclocal.network.prefixlist;

import io.vpclocal.protocol.Scope;
import java.util.List;

/** Implemented by the resources that refer to prefix lists: route tables and security groups. */
public interface PrefixListReferences {

    /** The ids of the resources that refer to the list, each once. */
    List<String> referringTo(Scope scope, String prefixListId);
}
