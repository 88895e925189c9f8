package io.vpclocal.network;

import io.vpclocal.protocol.Scope;

/** The effective modes of VPC Block Public Access, for descriptions and the data plane. */
public interface InternetBlockModes {

    /** The current modes of an account and Region. */
    Modes of(Scope scope);

    /** The modes of one account and Region, including exclusions. */
    interface Modes {

        InternetBlockMode vpc(String vpcId);

        InternetBlockMode subnet(String subnetId, String vpcId);

        /** False while a change is in progress, because the modes then change with time. */
        boolean lasting();
    }
}
