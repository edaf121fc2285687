/** What is read of one stored trace: one of 10,000 requirements has some 15 MB. In bytes. */
export const LARGEST_TRACE = 64 * 1024 * 1024;
