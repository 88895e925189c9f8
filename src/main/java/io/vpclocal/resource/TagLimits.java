package io.vpclocal.resource;

/** AWS's limits on tags (Amazon EC2 User Guide, tag restrictions). */
final class TagLimits {

    static final int PER_RESOURCE = 50;
    static final int KEY_LENGTH = 128;
    static final int VALUE_LENGTH = 256;

    /** The resources of one call, and the tags of a call that deletes them (EC2 API Reference). */
    static final int PER_CALL = 1000;

    private TagLimits() {}
}
