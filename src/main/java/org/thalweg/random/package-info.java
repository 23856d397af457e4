/**
 * Random numbers with an address.
 *
 * <p>Every random number of a run belongs to a {@link org.thalweg.random.Seed seed}, a {@link
 * org.thalweg.random.Purpose purpose} and a block number. Two runs that ask for the same address get the same
 * bits, whoever asks first and on whatever thread; that is what makes results independent of the number of threads.
 *
 * <p>A stream is 256 xoshiro256++ generators side by side whose states are a hash of the address, and normal variates
 * come from the transform of Box and Muller. How good they are: docs/random.md.
 *
 * <p>{@link RandomStream} is one of them.
 */
package org.thalweg.random;
