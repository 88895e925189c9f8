package io.vpclocal.protocol;

/** Told when the database could not be used: it does not answer, or it cannot write. */
public interface DatabaseFailureListener {

    void databaseFailed(RuntimeException failure);
}
