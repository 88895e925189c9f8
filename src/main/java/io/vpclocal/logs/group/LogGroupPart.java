package io.vpclocal.logs.group;

/** A type of resource that belongs to log groups and is deleted with them. */
public interface LogGroupPart {

    /** @param group the number of the group's row */
    void groupDeleted(long group);
}
