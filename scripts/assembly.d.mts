export declare function compileAssembly(): void;
