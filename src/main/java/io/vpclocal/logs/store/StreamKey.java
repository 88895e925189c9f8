package io.vpclocal.logs.store;

/** The stream that events belong to, by the numbers of its row and of its group's. */
public record StreamKey(long group, long stream) {}
