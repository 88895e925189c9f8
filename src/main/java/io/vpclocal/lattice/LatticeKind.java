package io.vpclocal.lattice;

/** The VPC Lattice resources that an endpoint can connect to. */
public enum LatticeKind {
    RESOURCE_CONFIGURATION("Resource", "resourceconfiguration", "rcfg", "ResourceConfigurationArn"),
    SERVICE_NETWORK("ServiceNetwork", "servicenetwork", "sn", "ServiceNetworkArn");

    private final String endpointType;
    private final String arnWord;
    private final String prefix;
    private final String parameter;

    LatticeKind(String endpointType, String arnWord, String prefix, String parameter) {
        this.endpointType = endpointType;
        this.arnWord = arnWord;
        this.prefix = prefix;
        this.parameter = parameter;
    }

    /** The type of the endpoints that connect to it, as on the wire. */
    public String endpointType() {
        return endpointType;
    }

    /** The part of its ARNs before the id. */
    String arnWord() {
        return arnWord;
    }

    /** The prefix of its ids before the dash. */
    String prefix() {
        return prefix;
    }

    /** The parameter of CreateVpcEndpoint that names it. */
    public String parameter() {
        return parameter;
    }
}
