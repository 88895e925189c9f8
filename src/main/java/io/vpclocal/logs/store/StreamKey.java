package io.vpclocal.logs.store;

/** The stream of events, by the row numbers of the stream and its group. */
public record StreamKey(long group, long stream) {}
