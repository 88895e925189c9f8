/** The actions of listeners and rules: forward, redirect, fixed response, authentication. */
@NullMarked
package io.vpclocal.loadbalancer.action;

import org.jspecify.annotations.NullMarked;
