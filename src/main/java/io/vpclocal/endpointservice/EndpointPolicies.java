package io.vpclocal.endpointservice;

/** AWS's default endpoint policies, byte for byte as DescribeVpcEndpoints returns them. */
public final class EndpointPolicies {

    /** Longest policy in characters, white space included (AWS PrivateLink Guide: "AWS PrivateLink quotas"). */
    public static final int MAX_LENGTH = 20_480;

    /** Full access for interface endpoints: pretty printed, without a version, a space after each comma inside. */
    public static final String INTERFACE_DEFAULT = """
            {
              "Statement": [
                {
                  "Action": "*",\s
                  "Effect": "Allow",\s
                  "Principal": "*",\s
                  "Resource": "*"
                }
              ]
            }""";

    /** Full access for gateway endpoints: one line, with the policy version 2008-10-17. */
    public static final String GATEWAY_DEFAULT =
            "{\"Version\":\"2008-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\","
                    + "\"Resource\":\"*\"}]}";

    private EndpointPolicies() {}

    /** The default for endpoints of the type, a constant of {@link EndpointService}. */
    public static String defaultFor(String type) {
        return type.equals(EndpointService.GATEWAY) ? GATEWAY_DEFAULT : INTERFACE_DEFAULT;
    }
}
